/** How long after the last touch a page counts as left alone. */
const AWAY = 120_000

let last = Date.now()

for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
  window.addEventListener(sign, () => (last = Date.now()), { capture: true, passive: true })

/** Whether nobody is at the page: what it then asks by itself does not keep the session from running out. */
export const unattended = () => Date.now() - last > AWAY
