import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { firstPage, secondPage, type FormSpot } from './official'

const table = readFileSync('../server/src/test/resources/official-form.csv', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#') && !line.startsWith('name,page'))
  .map((line) => line.split(','))
  .map(([name, page, edition, x, y, width, height]) => ({ name, page: Number(page), edition, x: Number(x), y: Number(y), w: Number(width), h: Number(height) }))

const near = (one: number, other: number) => Math.abs(one - other) < 0.06

/** Where two half lines stand in one box of the official form, or words outside any rule, the rest has to be it. */
function covers(spots: FormSpot[], box: { x: number; y: number; w: number; h: number }) {
  const whole = spots.some((spot) => near(spot.x, box.x) && near(spot.y, box.y) && near(spot.w, box.w) && near(spot.h, box.h))
  const halves = ['upper', 'lower'].every((half, i) => spots.some((spot) => spot.half === half && near(spot.x, box.x) && near(spot.w, box.w) && near(spot.h, box.h / 2) && near(spot.y, box.y + (i * box.h) / 2)))
  return whole || halves
}

describe('the form as it is filled in on the page', () => {
  for (const [edition, since2025] of [
    ['before', false],
    ['since', true],
  ] as const)
    it(`has every box of the official form ${edition} 2025 where print has it`, () => {
      const boxes = table.filter((each) => each.edition === 'both' || each.edition === edition)
      expect(boxes.length).toBeGreaterThan(90)
      const pages = [firstPage(since2025), secondPage(4, since2025)]
      expect(boxes.filter((box) => !covers(pages[box.page - 1], box)).map((box) => box.name)).toEqual([])
    })

  it('asks for the age limit before the reform where the form is of 2025', () => {
    expect(secondPage(4, true).some((spot) => spot.box === 'FORMER_AGE_LIMIT')).toBe(true)
    expect(secondPage(4, false).some((spot) => spot.box === 'FORMER_AGE_LIMIT')).toBe(false)
  })
})
