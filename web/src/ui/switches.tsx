import css from './switches.module.css'
import { type Language, setPreferences, type Theme, usePreferences } from './preferences'

const nextTheme: Readonly<Record<Theme, Theme>> = { auto: 'dark', dark: 'light', light: 'auto' }
const themeSign: Readonly<Record<Theme, string>> = { auto: '◐', dark: '☾', light: '☼' }
const words = {
  ru: {
    language: 'Switch to English',
    other: 'EN',
    theme: { auto: 'Тема: как в системе', dark: 'Тема: тёмная', light: 'Тема: светлая' },
  },
  en: {
    language: 'Переключить на русский',
    other: 'RU',
    theme: { auto: 'Theme: as the system', dark: 'Theme: dark', light: 'Theme: light' },
  },
} as const satisfies Readonly<
  Record<Language, { language: string; other: string; theme: Readonly<Record<Theme, string>> }>
>

/** Language and theme, two small buttons: a TV gets both from its address. */
export function Switches() {
  const { language, theme } = usePreferences()
  const say = words[language]
  return (
    <div className={css.switches}>
      <button
        type="button"
        className={css.switch}
        aria-label={say.language}
        lang={language === 'ru' ? 'en' : 'ru'}
        onClick={() => setPreferences({ language: language === 'ru' ? 'en' : 'ru' })}
      >
        {say.other}
      </button>
      <button
        type="button"
        className={css.switch}
        aria-label={say.theme[theme]}
        title={say.theme[theme]}
        onClick={() => setPreferences({ theme: nextTheme[theme] })}
      >
        {themeSign[theme]}
      </button>
    </div>
  )
}
