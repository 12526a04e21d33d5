/** What the main process says of subscriptions. */
export const subscriptions = {
  gone: 'This subscription is not there any more.',
  already: (name: string) =>
    `“${name}” asks for the same already. Change that one, or give another address.`,
  refusals: {
    forbidden: 'it does not let Sheaf read that; check the address',
    missing: 'there is nothing at that address; check it',
    other: (status: number) =>
      `it refused the request (status ${String(status)}); check the address`
  },
  noText: (host: string, type: string) =>
    `What ${host} sent is no feed and no page (${type}), so it was not read. Check the address.`,
  cutOff: 'its answer was cut off; it will be asked again',
  partly: 'it answered with a part of the list only; it will be asked again',
  nothingRead: 'What came holds no papers that Sheaf can read. Check the address.',
  noSearch: (service: string) => `${service} cannot be searched for what is new.`,
  noPassword: (host: string) =>
    `The password for ${host} is not known on this computer. Edit the subscription and enter it.`,
  noKeychain:
    'This computer has no keychain that Sheaf could keep the password in (on Linux: GNOME Keyring or KWallet). Install or unlock one and try again; the password was not kept.',
  mail: (name: string, number: number) => `${name}, mail ${String(number)}`,
  mailBroken: 'the conversation with it broke off; it will be asked again',
  mailBusy: (said: string) => `it says “${said}”; it will be asked again`,
  password: (host: string) =>
    `${host} did not take the user name and password. Many services want a password made for one app (“app password”): make one there, and enter it here.`,
  noFolder: (host: string, folder: string) =>
    `${host} has no folder “${folder}”, or does not let Sheaf open it. Check its name.`,
  names: {
    arxiv: (query: string) => `arXiv ${query}`,
    daily: (host: string) => `Daily papers of ${host}`,
    search: (service: string, search: string) => `${service}: ${search}`
  },
  opmlTitle: 'Feeds that Sheaf reads',
  opmlName: 'Sheaf feeds.opml',
  opmlFiles: 'Lists of feeds (OPML)',
  chooseOpml: 'A list of feeds',
  noFeeds: (file: string) => `“${file}” is no list of feeds (OPML), or there is none in it.`
}
