import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { join } from 'node:path'
import { connect as tlsConnect, type TLSSocket } from 'node:tls'
import { userInfo } from 'node:os'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../../support/library'

const places = ['/usr/sbin/dovecot', '/usr/bin/dovecot']
/** The mail server of Debian; undefined where it is not installed. */
export const dovecot = places.find((place) => existsSync(place))

export interface MailServer {
  host: string
  /** With TLS from the first byte, and with STARTTLS. */
  ports: { tls: number; starttls: number }
  user: string
  password: string
  /** The certificate that the server shows. */
  certificate: string
  /** Puts a mail into a folder; `INBOX`, or one of its own name. */
  deliver: (mail: string, folder?: string) => void
  /** What is in a folder, by the names that Maildir gives files: their flags too. */
  files: (folder?: string) => string[]
  /** Takes this password from now on. */
  setPassword: (password: string) => Promise<void>
  /** Numbers the mails of a folder anew. */
  renumber: (folder?: string) => void
  /** A conversation of another program with the server, which has said who it is. */
  converse: () => Promise<TLSSocket>
  stop: () => Promise<void>
  start: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts a real IMAP server on this machine, for one user with so many conversations at once, with mails in folders of files. */
export async function mailServer(mostConnections = 100): Promise<MailServer> {
  const folder = temporaryFolder()
  const isRoot = process.getuid?.() === 0
  const [user, password] = ['reader', 'the app password']
  const ports = { tls: await freePort(), starttls: await freePort() }
  const mails = join(folder, 'mails')
  const key = join(folder, 'key.pem')
  const cert = join(folder, 'cert.pem')
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert]
    ],
    { stdio: 'ignore' }
  )
  const owner = isRoot ? idOf('nobody') : { uid: userInfo().uid, gid: userInfo().gid }
  const own = (path: string): void => {
    if (isRoot) chownSync(path, owner.uid, owner.gid)
  }
  const box = (name: string): string => (name === 'INBOX' ? mails : join(mails, `.${name}`))
  const make = (name: string): void => {
    for (const part of ['', 'cur', 'new', 'tmp']) {
      const path = join(box(name), part)
      mkdirSync(path, { recursive: true })
      own(path)
    }
  }
  execFileSync('chmod', ['711', folder])
  make('INBOX')
  const name = isRoot ? 'nobody' : userInfo().username
  const group = execFileSync('id', ['-gn', name], { encoding: 'utf8' }).trim()
  const write = (taken: string): void => {
    writeFileSync(
      join(folder, 'users'),
      `${user}:{PLAIN}${taken}:${String(owner.uid)}:${String(owner.gid)}::${mails}::\n`
    )
  }
  write(password)
  writeFileSync(
    join(folder, 'dovecot.conf'),
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${cert}
ssl_key = <${key}
mail_location = maildir:${mails}
mail_max_userip_connections = ${String(mostConnections)}
first_valid_uid = 1
first_valid_gid = 1
default_internal_user = ${isRoot ? 'dovecot' : name}
default_internal_group = ${isRoot ? 'dovecot' : group}
default_login_user = ${isRoot ? 'dovenull' : name}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${String(ports.starttls)}
  }
  inet_listener imaps {
    port = ${String(ports.tls)}
    ssl = yes
  }
}
service anvil {
  chroot =
}
`
  )
  let running: ReturnType<typeof spawn> | null = null
  const start = async (): Promise<void> => {
    running = spawn(dovecot ?? '', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
    for (let tries = 0; !(await answers(ports.tls)); tries++) {
      if (tries > 600)
        throw new Error(`Dovecot did not start: ${readFileSync(join(folder, 'log'), 'utf8')}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const stop = async (): Promise<void> => {
    const ending = running
    running = null
    if (ending === null) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill('SIGTERM')
    await ended
  }
  onTestFinished(stop)
  await start()
  let count = 0
  return {
    ...{ host: '127.0.0.1', ports, user, password, certificate: readFileSync(cert, 'utf8') },
    ...{ start, stop },
    setPassword: async (taken) => {
      write(taken)
      // Dovecot looks at its files once a second.
      await new Promise((resolve) => setTimeout(resolve, 1100))
    },
    converse: async () => {
      const socket = tlsConnect({ host: '127.0.0.1', port: ports.tls, rejectUnauthorized: false })
      socket.write(`1 LOGIN ${user} "${password}"\r\n`)
      for await (const data of socket.iterator({ destroyOnReturn: false }))
        if (/^1 OK/m.test(String(data))) return socket
      throw new Error('Dovecot did not take the password.')
    },
    deliver: (mail, into = 'INBOX') => {
      make(into)
      const file = join(box(into), 'new', `${String(Date.now())}.M${String(++count)}.test`)
      writeFileSync(file, mail.replace(/\r?\n/g, '\r\n'))
      own(file)
    },
    files: (of = 'INBOX') =>
      execFileSync('find', [box(of), '-type', 'f', '-path', '*/[cn]*/*'], { encoding: 'utf8' })
        .split('\n')
        .filter((path) => /\/(?:cur|new)\//.test(path))
        .map((path) => path.replace(/^.*\/(cur|new)\//, ''))
        .sort(),
    renumber: (of = 'INBOX') => {
      execFileSync('sh', ['-c', `rm -f '${box(of)}'/dovecot*`])
    }
  }
}

function idOf(name: string): { uid: number; gid: number } {
  const id = (kind: string): number =>
    Number(execFileSync('id', [kind, name], { encoding: 'utf8' }).trim())
  return { uid: id('-u'), gid: id('-g') }
}

async function answers(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}
