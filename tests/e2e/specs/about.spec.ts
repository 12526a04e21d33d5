import { expectNoViolations } from '../fixtures/axe'
import { expect, test } from '../fixtures/sheaf'

test('what Sheaf is made of is shown, with every licence', async ({ window }) => {
  await window.command('About Sheaf')
  const about = window.dialog()
  await expect(about).toContainText('Version 0.1.0')
  const packages = about.getByRole('list', { name: 'Packages' }).getByRole('listitem')
  await expect(packages.filter({ hasText: 'better-sqlite3' })).toContainText('MIT')
  await expect(packages.filter({ hasText: 'pdfjs-dist' })).toContainText('Apache-2.0')
  await about.getByRole('searchbox', { name: 'Find a package' }).fill('onnxruntime-node')
  await expect(packages).toHaveCount(1)
  await packages.locator('summary').click()
  await expect(packages.locator('pre')).toBeVisible()
  await expectNoViolations(window, 'about')
})
