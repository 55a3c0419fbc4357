import { GROUPS, type Entry, type Group, type RoomManifest } from '@/kit/manifest'
import { may, reads } from '@/api/session'

const found = import.meta.glob<RoomManifest>('../rooms/*/room.ts', { eager: true, import: 'default' })

export const rooms: RoomManifest[] = Object.values(found)

/** The menu as this account sees it: only entries whose page exists, only groups with something in them. */
export function menu(): { group: Group; entries: Entry[] }[] {
  const entries = rooms.flatMap((room) => room.entries).filter((entry) => may(entry.right) && reads(entry.reads))
  return GROUPS.map((group) => ({
    group,
    entries: entries.filter((entry) => entry.group === group).sort((a, b) => a.order - b.order),
  })).filter(({ entries }) => entries.length > 0)
}
