import type { RouteRecordRaw } from 'vue-router'

/** The nine groups of the menu, in their order. */
export const GROUPS = [
  'desk',
  'people',
  'theory',
  'quality',
  'selection',
  'growth',
  'appointment',
  'supervision',
  'rules',
] as const
export type Group = (typeof GROUPS)[number]

/** One entry of the menu: it exists only while its page does. */
export interface Entry {
  group: Group
  /** Word key of its name, e.g. `dossier.people`. */
  label: string
  path: string
  order: number
  /** Shown only to who holds one of these rights; nothing means everyone. */
  right?: string | readonly string[]
  /** Shown only to who reads this chapter. */
  reads?: string
  /** The seed's phrases that find this page from the search box. */
  phrases?: readonly string[]
}

/** What a room tells the shell: its pages and its entries in the menu. Gathered from `rooms/<room>/room.ts`. */
export interface RoomManifest {
  name: string
  routes: RouteRecordRaw[]
  entries: Entry[]
}

export const defineRoom = (manifest: RoomManifest) => manifest

declare module 'vue-router' {
  interface RouteMeta {
    /** The group whose entry stays lit while this page is open. */
    group?: Group
    /** Path of the entry that stays lit, where it is not this page's own. */
    entry?: string
    right?: string | readonly string[]
    /** A page outside the shell: sign-in, ballots. */
    bare?: boolean
    /** A page that never asks who is there: ballots. */
    nobody?: boolean
  }
}
