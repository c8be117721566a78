// Tells content words, which a fact can support, from words that say nothing by themselves.
import type { Token } from '../text/parse-sentences.ts';

const CONTENT = /^(?:NOUN|PROPN|VERB|ADJ|NUM|INTJ)$/;
const SIGNS = /^[^\p{L}\p{N}]+$/u;

/** Words of stance, small talk and measurement, and verbs that only carry other words. */
const IDLE: ReadonlySet<string> = new Set(
  `
    a able about absolutely according account actually after again ago aint all allegedly almost alone along
    already also although altogether always among amount angeles another any anybody anyone anything anyway
    apart apparently approximately around article as at away back bare barely basically be because become
    been before being besides between big billion bit both bound bro bunch call can case cent certainly
    clearly close come complete completely concern correct could current dare day deal definitely despite do
    down dozen dude due during each earlier eg either end entire entirely especially etc even ever every
    everybody everyone everything exactly except fact fairly far few figure find first folks frankly fully
    furthermore get give go going gonna good gotta great guess guy half hand handful happen hardly have he
    hence her here hey him his hold hollywood honestly hour how however hundred i ie if in include indeed
    instead involve it its just keep kind know largely last later latimes least less let level likely
    literally lmao lol long look los lot mainly majority make man many matter may maybe me mean meant
    meanwhile mere merely might million minority minus minute moment month more moreover most mostly mr mrs
    ms much must my near nearly need neither never new news newspaper next nice no nobody none nope not
    nothing now number obviously occur of off often oh ok okay old omg on once one only other otherwise
    ought our out over overall own paper part particular partly people per percent percentage perhaps person
    piece please plus point precisely present pretty probably put quarter quite rarely rate rather real
    really recent regard regardless relate remain report reportedly reporter right roughly same say scarcely
    scheduled second see seem seldom set several shall share she short should show side simply since sit
    slated so some somebody someone something sometimes somewhat soon sort specifically spite stand start
    stay still story stuff such supposed supposedly sure surely take tell tenth than thanks that their them
    then there therefore these they thing think third this those though thousand thrice thus time times
    today together too total totally true truth try turn twice two unable under until up us use used usually
    versus very via vs wanna want way we week well what when where whether which while who whole whom whose
    why will within without would wow yeah year yes yet you your
  `
    .trim()
    .split(/\s+/),
);

/** Whether a token is a content word. */
export const isContent = ({ pos, text, norm, lemma }: Token): boolean =>
  CONTENT.test(pos) && !SIGNS.test(text) && !IDLE.has(norm) && !IDLE.has(lemma);
