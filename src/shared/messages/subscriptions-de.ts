import type { subscriptions as english } from './subscriptions-en'

export const subscriptions: typeof english = {
  gone: 'Dieses Abonnement gibt es nicht mehr.',
  already: (name) =>
    `„${name}“ fragt schon dasselbe ab. Ändern Sie jenes, oder geben Sie eine andere Adresse an.`,
  refusals: {
    forbidden: 'er lässt Sheaf das nicht lesen; prüfen Sie die Adresse',
    missing: 'unter dieser Adresse gibt es nichts; prüfen Sie sie',
    other: (status) =>
      `er hat die Anfrage abgelehnt (Status ${String(status)}); prüfen Sie die Adresse`
  },
  noText: (host, type) =>
    `Was ${host} geschickt hat, ist kein Feed und keine Seite (${type}) und wurde nicht gelesen. Prüfen Sie die Adresse.`,
  cutOff: 'seine Antwort ist abgerissen; er wird noch einmal gefragt',
  partly: 'er hat nur mit einem Teil der Liste geantwortet; er wird noch einmal gefragt',
  nothingRead:
    'Was gekommen ist, enthält keine Papers, die Sheaf lesen kann. Prüfen Sie die Adresse.',
  noSearch: (service) => `${service} kann nicht nach Neuem durchsucht werden.`,
  noPassword: (host) =>
    `Das Passwort für ${host} ist auf diesem Rechner nicht bekannt. Bearbeiten Sie das Abonnement und geben Sie es ein.`,
  noKeychain:
    'Dieser Rechner hat keinen Schlüsselbund, in dem Sheaf das Passwort aufbewahren könnte (unter Linux: GNOME-Schlüsselbund oder KWallet). Richten Sie einen ein oder entsperren Sie ihn und versuchen Sie es noch einmal; das Passwort wurde nicht aufbewahrt.',
  mail: (name, number) => `${name}, Mail ${String(number)}`,
  mailBroken: 'das Gespräch mit ihm ist abgerissen; er wird noch einmal gefragt',
  mailBusy: (said) => `er sagt „${said}“; er wird noch einmal gefragt`,
  password: (host) =>
    `${host} hat Benutzername und Passwort nicht angenommen. Viele Dienste verlangen ein eigenes Passwort für jede App („App-Passwort“): Legen Sie dort eines an und geben Sie es hier ein.`,
  noFolder: (host, folder) =>
    `${host} hat keinen Ordner „${folder}“ oder lässt Sheaf ihn nicht öffnen. Prüfen Sie den Namen.`,
  names: {
    arxiv: (query) => `arXiv ${query}`,
    daily: (host) => `Tägliche Papers von ${host}`,
    search: (service, search) => `${service}: ${search}`
  },
  opmlTitle: 'Feeds, die Sheaf liest',
  opmlName: 'Sheaf-Feeds.opml',
  opmlFiles: 'Listen von Feeds (OPML)',
  chooseOpml: 'Eine Liste von Feeds',
  noFeeds: (file) => `„${file}“ ist keine Liste von Feeds (OPML), oder es steht keiner darin.`
}
