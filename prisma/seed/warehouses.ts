/** A warehouse of the demo, as `createWarehouse` takes it. */
export interface SeedWarehouse {
  readonly wbWarehouseId: number
  /** The marketplace's warehouse it is bound to. */
  readonly officeId: number
  readonly name: string
  readonly timeZone: string
  readonly slaPolicy: {
    readonly assemblyMinutes: number
    readonly cutOffs: readonly string[]
    readonly amberMinutes: number
    readonly redMinutes: number
  }
  /** Where its goods are taken: names as the marketplace writes them. */
  readonly offices: readonly string[]
  /** How many live orders the demo keeps in it. */
  readonly liveOrders: number
}

/** The name of the demo's seller account. */
export const demoAccountName = 'Демо: «Северный лён»'

/**
 * The two warehouses of the demo. The first counts two hours for every order and has no cut-off, so that its board
 * shows every colour at any hour; the second has a lorry at night, after which what was left behind is overdue at once.
 */
export const seedWarehouses: readonly SeedWarehouse[] = [
  {
    wbWarehouseId: 658434,
    officeId: 507,
    name: 'Подольск, основной',
    timeZone: 'Europe/Moscow',
    slaPolicy: { assemblyMinutes: 120, cutOffs: [], amberMinutes: 60, redMinutes: 35 },
    offices: ['Москва', 'Подольск', 'Коледино', 'Электросталь', 'Тула', 'Калуга', 'Рязань', 'Санкт-Петербург'],
    liveOrders: 380,
  },
  {
    wbWarehouseId: 1274092,
    officeId: 1733,
    name: 'Екатеринбург',
    timeZone: 'Asia/Yekaterinburg',
    slaPolicy: { assemblyMinutes: 90, cutOffs: ['23:00'], amberMinutes: 45, redMinutes: 25 },
    offices: ['Екатеринбург - Испытателей 14г', 'Екатеринбург - Перспективный 12', 'Челябинск', 'Пермь', 'Тюмень'],
    liveOrders: 220,
  },
]
