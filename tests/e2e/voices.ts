/** Voices for a browser that has none: they say nothing, and remember what they were asked to say. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** What was asked for, in order. */
    spoken: { text: string; rate: number; voice: string; lang: string }[];
    /** Ends what is being said. */
    endSentence: () => void;
  }
}

export type FakeVoice = { name: string; lang: string; local: boolean };

export const ON_DEVICE: FakeVoice[] = [
  { name: 'Ada', lang: 'en-GB', local: true },
  { name: 'Ben', lang: 'en-US', local: true },
  { name: 'Cloud', lang: 'en-GB', local: false },
];

/** Gives the page voices; where `late`, so many milliseconds after they were first asked for. A sentence is said when `endSentence` is called. */
export async function giveVoices(page: Page, voices: FakeVoice[] = ON_DEVICE, late = 0) {
  await page.addInitScript(
    ([voices, late]) => {
      type Spoken = { onstart?: (e: Event) => void; onend?: (e: Event) => void; onerror?: (e: Event) => void } & {
        text: string;
        lang: string;
        rate: number;
        voice: { voiceURI: string } | null;
      };
      window.spoken = [];
      let now: Spoken | null = null;
      const all = voices.map((v) => ({ voiceURI: v.name, name: v.name, lang: v.lang, localService: v.local, default: false }));
      let asked: number | undefined;
      class Utterance {
        lang = '';
        rate = 1;
        voice = null;
        constructor(public text: string) {}
      }
      const speech = {
        getVoices: () => (Date.now() - (asked ??= Date.now()) < late ? [] : all),
        get speaking() {
          return now !== null;
        },
        pending: false,
        paused: false,
        resume() {},
        pause() {},
        speak(utterance: Spoken) {
          now = utterance;
          window.spoken.push({
            text: utterance.text,
            rate: Math.round(utterance.rate * 100) / 100,
            voice: utterance.voice?.voiceURI ?? '',
            lang: utterance.lang,
          });
          setTimeout(() => utterance.onstart?.(new Event('start')));
        },
        cancel() {
          const cut = now;
          now = null;
          setTimeout(() => cut?.onerror?.(new Event('error')));
        },
      };
      window.endSentence = () => {
        const said = now;
        now = null;
        said?.onend?.(new Event('end'));
      };
      Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
    },
    [voices, late] as const,
  );
}

/** What was said last. */
export const last = (page: Page) => page.evaluate(() => window.spoken.at(-1)?.text ?? '');
