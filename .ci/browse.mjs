// Looks at every view of the page in Chromium and uses it as a person would: node browse.mjs <page> <folder of screenshots>
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [page, screenshots] = process.argv.slice(2);
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const problems = [];
const check = (holds, problem) => holds || problems.push(problem);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: QUIET });
await mkdir(screenshots, { recursive: true });
try {
  const views = await addresses();
  for (const width of [1280, 400]) {
    for (const colorScheme of ['light', 'dark']) {
      for (const view of views) {
        await lookAt(view, width, colorScheme);
      }
    }
  }
  await findTheRule();
  await followChanges();
  await reachEverythingByKeyboard();
  await planADay();
} finally {
  await browser.close();
}
problems.forEach(problem => console.error(problem));
console.log(`${screenshots}: screenshots of each view; ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);

/** A tab whose errors are problems. */
async function tab(what, options = {}) {
  const opened = await browser.newPage({ baseURL: page, viewport: { width: 1280, height: 900 }, ...options });
  opened.on('console', message => check(message.type() !== 'error', `${what}: ${message.text()}`));
  opened.on('pageerror', error => problems.push(`${what}: ${error}`));
  opened.on('requestfailed', request => check(request.url().endsWith('/changes'), `${what}: ${request.url()} failed`));
  return opened;
}

/** The views of the navigation, and one of each kind that a view leads to. */
async function addresses() {
  const map = await tab('map');
  await map.goto('/');
  const links = await map.locator('nav a').evaluateAll(found => found.map(link => link.getAttribute('href')));
  await map.goto('/stories?only=Rejected&find=');
  links.push(await map.locator('a[href^="/stories/"]').first().getAttribute('href'));
  await map.goto('/inbox');
  links.push(await map.locator('a[href^="/inbox?at="]').first().getAttribute('href'));
  links.push('/?at=AppointmentRequestQueue', '/queues?at=AppointmentRequestDLQ', `/day?of=room:1&date=${inDays(7)}`);
  await map.close();
  return links;
}

async function lookAt(view, width, colorScheme) {
  const what = `${view} at ${width}, ${colorScheme}`;
  const opened = await tab(what, { viewport: { width, height: 900 }, colorScheme });
  await opened.goto(view);
  const wide = await opened.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  check(wide <= 0, `${what}: ${wide} pixels wider than the window`);
  const nameless = await opened.locator('a, button, input:not([type=hidden]), select, summary').evaluateAll(controls => controls
    .filter(control => !(control.textContent + (control.ariaLabel ?? '') + (control.labels?.length ?? '')).trim())
    .map(control => control.outerHTML));
  check(nameless.length === 0, `${what}: controls without a name: ${nameless.join(' ')}`);
  const name = view.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'map';
  await opened.screenshot({ path: join(screenshots, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  await opened.close();
}

/** From a refused booking to the named rule in three clicks. */
async function findTheRule() {
  const opened = await tab('the rule of a refusal');
  await opened.goto('/');
  await opened.getByRole('link', { name: 'Stories', exact: true }).click();
  await opened.locator('a[href^="/stories?only=Rejected"]').first().click();
  await opened.locator('a[href^="/stories/"]').first().click();
  check(await opened.locator('.decision').isVisible(), 'a refused booking does not name its rule after three clicks');
  await opened.close();
}

/** What happens elsewhere appears without a reload. */
async function followChanges() {
  const opened = await tab('changes');
  await opened.goto('/clock');
  const before = await opened.locator('.clock time').getAttribute('datetime');
  const loads = [];
  opened.on('framenavigated', frame => loads.push(frame.url()));
  await fetch(`${page}/clock/advance?by=PT15M`, { method: 'POST' });
  await opened.waitForFunction(old => document.querySelector('.clock time').dateTime !== old, before)
    .catch(() => problems.push('a view does not follow the clock'));
  check(loads.length === 0, 'a view loads again to follow the clock');
  await opened.close();
}

/** The first control skips to the view; the next ones are those of the navigation, and each shows that it has the focus. */
async function reachEverythingByKeyboard() {
  const opened = await tab('keyboard');
  await opened.goto('/');
  const wanted = await opened.locator('nav a').evaluateAll(found => found.map(link => link.textContent));
  const reached = [];
  for (let press = 0; press < wanted.length + 2; press++) {
    await opened.keyboard.press('Tab');
    reached.push(await opened.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return { text: document.activeElement.textContent, shown: style.outlineStyle !== 'none' };
    }));
  }
  check(reached[0].text.startsWith('Skip to'), `the first control is ${reached[0].text}`);
  check(reached.every(control => control.shown), 'a control does not show that it has the focus');
  check(wanted.every(text => reached.some(control => control.text === text)), `by keyboard only: ${JSON.stringify(reached)}`);
  await opened.close();
}

/** A free place fills the form in, which books; dragging moves; the cross cancels. Each outcome appears in the list. */
async function planADay() {
  const opened = await tab('day');
  const day = `/day?of=room:browser&date=${inDays(9)}`;
  await opened.goto(day);
  await opened.locator('.place').nth(4).click();
  const form = opened.locator('form.fields').first();
  await form.locator('input[name=patient], input[name=patientId]').first().fill('patient-bao');
  await form.getByRole('button').click();
  await outcome(opened, 'BOOK');
  const block = opened.locator('.block').first();
  await block.waitFor().catch(() => problems.push('a booking does not appear on its day'));
  const box = await block.boundingBox();
  await opened.mouse.move(box.x + 40, box.y + box.height / 2);
  await opened.mouse.down();
  await opened.mouse.move(box.x + 40, box.y + box.height / 2 + 60, { steps: 6 });
  await opened.mouse.up();
  await outcome(opened, 'RESCHEDULE');
  await opened.screenshot({ path: join(screenshots, 'day-moved-1280-light.png'), fullPage: true });
  await opened.locator('.block .cross button').first().click();
  await outcome(opened, 'CANCEL');
  await opened.close();
}

async function outcome(opened, command) {
  await opened.locator('.asked li', { hasText: command }).locator('.chip.good').first().waitFor()
    .catch(async () => problems.push(`${command} has no good outcome on the day: ${await opened.locator('.asked').allTextContents()}`));
}

function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
