import 'pdfjs-dist/web/pdf_viewer.css'
import './styles.css'
import { listen, tell } from './channel'
import { refuseDrops } from './drops'
import { forwardKeys } from './keys'
import { Viewer } from './viewer'

const pages = document.getElementById('pages')
const thumbnails = document.getElementById('thumbnails')
const preview = document.getElementById('preview')
if (pages instanceof HTMLDivElement && thumbnails && preview) {
  const viewer = new Viewer({ pages, thumbnails, preview })
  listen((message) => {
    viewer.take(message)
  })
  forwardKeys(viewer)
  refuseDrops()
  tell({ kind: 'ready' })
}
