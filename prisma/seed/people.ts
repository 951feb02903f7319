/** Who works in a warehouse of the demo: names as they stand on a badge. */
export interface Crew {
  readonly lead: string
  readonly pickers: readonly string[]
  readonly packers: readonly string[]
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
  },
  '1274092': {
    lead: 'Шестаков Андрей',
    pickers: ['Валиев Тимур', 'Лаптева Ксения', 'Поздеев Егор', 'Хакимова Лилия'],
    packers: ['Бажов Сергей', 'Черепанова Нина'],
  },
}

/** Somebody to sign in as, for each role; none of them is in a crew, so nobody plays them. */
export const demoPeople = [
  { role: 'MANAGER', name: 'Демо: менеджер' },
  { role: 'SHIFT_LEAD', name: 'Демо: старший смены' },
  { role: 'PICKER', name: 'Демо: сборщик' },
  { role: 'PACKER', name: 'Демо: упаковщик' },
  { role: 'ANALYST', name: 'Демо: аналитик' },
  { role: 'ADMIN', name: 'Демо: администратор' },
] as const
