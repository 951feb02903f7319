/** Who works in a warehouse of the demo: names as they stand on a badge. */
export interface Crew {
  readonly lead: string
  readonly pickers: readonly string[]
  readonly packers: readonly string[]
  /** How many released orders it leaves to whoever works beside it. */
  readonly leaves: number
}

/** The crew of each demo warehouse, by the marketplace's number of the warehouse. */
export const crews: Readonly<Record<string, Crew>> = {
  '658434': {
    lead: 'Кравцова Ольга',
    pickers: [
      'Абдуллаев Рустам',
      'Белова Анна',
      'Гусев Павел',
      'Ершова Мария',
      'Зайцев Илья',
      'Ким Виктория',
      'Морозов Денис',
    ],
    packers: ['Орлова Светлана', 'Рябов Никита', 'Соколова Дарья', 'Юсупова Алсу'],
    // The newcomer takes 20 at once at most.
    leaves: 25,
  },
  '1274092': {
    lead: 'Шестаков Андрей',
    pickers: ['Валиев Тимур', 'Лаптева Ксения', 'Поздеев Егор', 'Хакимова Лилия'],
    packers: ['Бажов Сергей', 'Черепанова Нина'],
    leaves: 0,
  },
}

/** Who brings orders into the demo and sets it up; somebody to sign in as, too. */
export const shiftManager = 'Демо: менеджер'

/** The picker whom nobody plays: whoever tries the phone is them, and has a place of work like the crew. */
export const newcomer = { role: 'PICKER', name: 'Новенький Саша', wbWarehouseId: '658434' } as const

/** Somebody to sign in as, for each role; none of them is in a crew, so nobody plays them on the floor. */
export const demoPeople = [
  { role: 'MANAGER', name: shiftManager },
  { role: 'SHIFT_LEAD', name: 'Демо: старший смены' },
  newcomer,
  { role: 'PACKER', name: 'Демо: упаковщик' },
  { role: 'ANALYST', name: 'Демо: аналитик' },
  { role: 'ADMIN', name: 'Демо: администратор' },
] as const

/** Everybody who works in the crews, with the marketplace's number of their warehouse. */
export const crewMembers = Object.entries(crews).flatMap(([wbWarehouseId, { lead, pickers, packers }]) => [
  { role: 'SHIFT_LEAD', name: lead, wbWarehouseId } as const,
  ...pickers.map((name) => ({ role: 'PICKER', name, wbWarehouseId }) as const),
  ...packers.map((name) => ({ role: 'PACKER', name, wbWarehouseId }) as const),
])
