// The fonts of the pages, as their package has them: the Arabic letters of each, in all weights, each
// with its licence beside it.
import { copyFileSync, mkdirSync } from "node:fs";

const TO = new URL(process.env.ASSETS_TO ?? "../src/khabar/shells/web/static/", import.meta.url);

mkdirSync(new URL("fonts/", TO), { recursive: true });
for (const font of ["noto-naskh-arabic", "noto-sans-arabic"]) {
  const made = import.meta.resolve(`@fontsource-variable/${font}/files/${font}-arabic-wght-normal.woff2`);
  copyFileSync(new URL(made), new URL(`fonts/${font}.woff2`, TO));
  const licence = import.meta.resolve(`@fontsource-variable/${font}/LICENSE`);
  copyFileSync(new URL(licence), new URL(`fonts/${font}.licence.txt`, TO));
}
