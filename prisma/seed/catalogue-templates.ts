/** A kind of goods the demo's seller makes; every colour of it is a product card, every size of that a SKU. */
export interface ProductTemplate {
  readonly title: string
  /** How the seller begins its articles. */
  readonly article: string
  /** Names of `colours`, or none where a product has no colour. */
  readonly colours: readonly ColourName[]
  readonly sizes: readonly string[]
  /** Roubles, lowest and highest. */
  readonly price: readonly [number, number]
  /** 1 small (МГТ), 2 oversize (СГТ), 3 large (КГТ+). */
  readonly cargoType: 1 | 2 | 3
  /** Needs a Честный знак code before it may ship. */
  readonly marked: boolean
}

/** Colours with the code that sellers put into an article. */
export const colours = {
  чёрный: 'BLK',
  белый: 'WHT',
  серый: 'GRY',
  бежевый: 'BEZH',
  молочный: 'MLK',
  синий: 'BLU',
  хаки: 'HAKI',
  бордовый: 'BRD',
  пудровый: 'PUD',
  графит: 'GRF',
  терракотовый: 'TER',
  оливковый: 'OLV',
} as const
export type ColourName = keyof typeof colours

const russian = ['42', '44', '46', '48', '50', '52', '54']
const letters = ['S', 'M', 'L', 'XL', 'XXL']
const womensShoes = ['36', '37', '38', '39', '40', '41']
const mensShoes = ['40', '41', '42', '43', '44', '45']
const linen = ['1,5-спальный', '2-спальный', 'евро', 'семейный']
const sheets = ['90x200', '140x200', '160x200', '180x200']
const oneSize = ['единый']

const kind = (
  [title, article]: readonly [string, string],
  colourNames: readonly ColourName[],
  sizes: readonly string[],
  price: readonly [number, number],
  more: { readonly cargoType?: 2 | 3; readonly marked?: boolean } = {},
): ProductTemplate => ({
  title,
  article,
  colours: colourNames,
  sizes,
  price,
  cargoType: more.cargoType ?? 1,
  marked: more.marked ?? true,
})
const plain = { marked: false }

/** What the seller makes. */
export const productTemplates: readonly ProductTemplate[] = [
  kind(['Футболка оверсайз хлопок', 'FUT-OVR'], ['чёрный', 'белый', 'графит', 'хаки'], letters, [690, 1290]),
  kind(['Лонгслив базовый в рубчик', 'LS-RIB'], ['молочный', 'чёрный', 'бордовый'], letters, [890, 1490]),
  kind(['Худи с начёсом на молнии', 'HUD-ZIP'], ['серый', 'чёрный', 'хаки'], letters, [1990, 3290]),
  kind(['Свитшот утеплённый', 'SWT-220'], ['пудровый', 'графит', 'молочный'], letters, [1590, 2490]),
  kind(['Костюм спортивный трикотажный', 'KST-SP'], ['бежевый', 'чёрный', 'графит'], russian, [2990, 4590]),
  kind(['Платье-рубашка льняное', 'PL-LEN'], ['терракотовый', 'оливковый', 'молочный'], russian, [2490, 4290]),
  kind(['Платье вязаное миди', 'PL-2041'], ['бордовый', 'бежевый', 'графит'], russian, [2290, 3690]),
  kind(['Рубашка муслиновая', 'RUB-MUS'], ['белый', 'синий', 'пудровый', 'оливковый'], russian, [1490, 2390]),
  kind(['Джинсы прямые с высокой посадкой', 'DJ-775'], ['синий', 'графит', 'чёрный'], russian, [2290, 3790]),
  kind(['Брюки палаццо', 'BR-PAL'], ['чёрный', 'молочный', 'оливковый'], russian, [1890, 2990]),
  kind(['Куртка стёганая демисезонная', 'KUR-D19'], ['хаки', 'чёрный', 'бордовый'], russian, [3990, 6990]),
  kind(['Пижама из вискозы', 'PJ-VISC'], ['пудровый', 'синий', 'бордовый'], letters, [1390, 2190]),
  kind(['Халат махровый с капюшоном', 'HAL-MH'], ['белый', 'бордовый'], letters, [2190, 3490]),
  kind(['Лоферы из натуральной кожи', 'LOF-31'], ['чёрный', 'бежевый'], womensShoes, [3490, 5990]),
  kind(['Кроссовки женские на платформе', 'KRS-W08'], ['белый', 'пудровый', 'чёрный'], womensShoes, [2790, 4990]),
  kind(['Ботинки мужские зимние', 'BOT-M44'], ['чёрный', 'хаки'], mensShoes, [4490, 7990]),
  kind(['Кеды мужские текстильные', 'KED-M12'], ['синий', 'серый', 'чёрный'], mensShoes, [1890, 2990]),
  kind(['Тапочки домашние войлочные', 'TAP-VL'], ['серый', 'терракотовый', 'синий'], womensShoes, [790, 1290]),
  kind(
    ['Постельное бельё варёный хлопок', 'KPB-VH'],
    ['серый', 'молочный', 'оливковый', 'терракотовый'],
    linen,
    [3290, 6490],
  ),
  kind(['Простыня на резинке', 'PR-REZ'], ['белый', 'серый', 'пудровый'], sheets, [990, 1890]),
  kind(['Наматрасник непромокаемый', 'NAM-AQ'], ['белый', 'серый'], sheets, [1290, 2490], plain),
  kind(['Одеяло бамбуковое всесезонное', 'OD-BMB'], ['белый'], ['140x205', '172x205', '200x220'], [1990, 3990], {
    cargoType: 3,
    marked: false,
  }),
  kind(['Подушка анатомическая', 'POD-AN'], ['белый', 'серый'], ['40x60', '50x70', '70x70'], [1190, 2190], plain),
  kind(
    ['Плед крупная вязка', 'PLD-KV'],
    ['бежевый', 'графит', 'терракотовый'],
    ['130x170', '150x200', '200x220'],
    [2490, 4990],
    plain,
  ),
  kind(['Шторы блэкаут, 2 шт.', 'SHT-BO'], ['графит', 'бежевый', 'синий'], ['150x250', '200x270'], [2190, 4290], plain),
  kind(
    ['Полотенце банное вафельное', 'POL-VF'],
    ['оливковый', 'белый', 'серый'],
    ['50x90', '70x140', '80x160'],
    [390, 1190],
  ),
  kind(['Корзина плетёная для хранения', 'KRZ-30'], ['бежевый', 'чёрный'], oneSize, [790, 1690], plain),
  kind(['Ваза керамическая ручной работы', 'VAZ-KR'], ['белый', 'терракотовый'], oneSize, [890, 2290], plain),
  kind(['Набор кружек керамика, 4 шт.', 'KRU-4'], ['молочный', 'синий'], oneSize, [1290, 1990], plain),
  kind(['Органайзер для белья, 3 шт.', 'ORG-3'], ['серый', 'бежевый'], oneSize, [490, 990], plain),
  kind(['Шоппер плотный хлопок', 'SHP-01'], ['чёрный', 'бежевый', 'хаки'], oneSize, [390, 790], plain),
  kind(['Стеллаж напольный бамбуковый', 'STL-B5'], ['бежевый'], ['4 полки', '5 полок'], [3990, 6990], {
    cargoType: 2,
    marked: false,
  }),
]
