-- The catalogue's tables. Names are singular and German; a unit stands in the column's name.
-- `von` and `bis` are character offsets in the source file, `seite` is the printed page, `zitat` the proof.
-- Link tables are WITHOUT ROWID and indexed both ways; every column that is filtered has an index.

CREATE TABLE dokument (
  id TEXT PRIMARY KEY,
  art TEXT NOT NULL,
  titel TEXT NOT NULL,
  herausgeber TEXT NOT NULL,
  jahr INTEGER NOT NULL,
  stand TEXT NOT NULL,
  sha256 TEXT,
  wortlaut INTEGER NOT NULL
);

-- Code lists, one table each: code, label, definition.
CREATE TABLE zielgruppe (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE finanzierung (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE umsetzungsart (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE leitgedanke (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE kennzahl (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE bezug (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE genauigkeit (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE kosten_status (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE ergebnis_status (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE organisation_art (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE befund_art (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE groesse (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE formular (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE plaetze_art (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE luecke_art (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE ansatz_art (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE thema (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE schluesselthema (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE status (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE ziel_ebene (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE kostenklasse (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE dauerklasse (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE nachweis (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE teil_art (code TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT NOT NULL);

-- What becomes of each part of a document.
CREATE TABLE dokument_teil (
  id INTEGER PRIMARY KEY,
  dokument TEXT NOT NULL REFERENCES dokument(id),
  name TEXT NOT NULL,
  art TEXT NOT NULL REFERENCES teil_art(code),
  von INTEGER NOT NULL,
  bis INTEGER NOT NULL
);
CREATE INDEX dokument_teil_dokument ON dokument_teil(dokument, art);

-- Districts and independent cities; `ags` is the official key, a text of five digits.
CREATE TABLE kreis (
  ags TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  bundesland TEXT NOT NULL,
  sitz TEXT NOT NULL,
  breite REAL NOT NULL,
  laenge REAL NOT NULL
);

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  art TEXT REFERENCES organisation_art(code),
  bundesland TEXT,
  kreis TEXT REFERENCES kreis(ags),
  hinweis TEXT
);
CREATE INDEX organisation_art_index ON organisation(art);
CREATE INDEX organisation_kreis ON organisation(kreis);

CREATE TABLE ansatz (
  nummer INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  dokument TEXT NOT NULL REFERENCES dokument(id),
  nr INTEGER NOT NULL,
  art TEXT NOT NULL REFERENCES ansatz_art(code),
  titel TEXT NOT NULL,
  organisation INTEGER REFERENCES organisation(id),
  bundesland TEXT,
  formular TEXT REFERENCES formular(code),
  stand TEXT NOT NULL,
  alter_von_jahre INTEGER,
  alter_bis_jahre INTEGER,
  laufzeit_beginn TEXT,
  laufzeit_ende TEXT,
  laufend INTEGER,
  teilnahmedauer_min_monate REAL,
  teilnahmedauer_max_monate REAL,
  teilnahmedauer_typisch_monate REAL,
  kosten_status TEXT REFERENCES kosten_status(code),
  ergebnis_status TEXT REFERENCES ergebnis_status(code),
  extern_evaluiert INTEGER,
  zusammenfassung TEXT,
  seite_von INTEGER,
  seite_bis INTEGER,
  von INTEGER NOT NULL,
  bis INTEGER NOT NULL
);
CREATE INDEX ansatz_art_index ON ansatz(art);
CREATE INDEX ansatz_dokument ON ansatz(dokument, nr);
CREATE INDEX ansatz_organisation ON ansatz(organisation);
CREATE INDEX ansatz_bundesland ON ansatz(bundesland);
CREATE INDEX ansatz_formular ON ansatz(formular);
CREATE INDEX ansatz_kosten_status ON ansatz(kosten_status);
CREATE INDEX ansatz_ergebnis_status ON ansatz(ergebnis_status);

CREATE TABLE ansatz_zielgruppe (
  zielgruppe TEXT NOT NULL REFERENCES zielgruppe(code),
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  zitat TEXT, seite INTEGER, von INTEGER, bis INTEGER,
  PRIMARY KEY (zielgruppe, ansatz)
) WITHOUT ROWID;
CREATE INDEX ansatz_zielgruppe_ansatz ON ansatz_zielgruppe(ansatz);

CREATE TABLE ansatz_thema (
  thema TEXT NOT NULL REFERENCES thema(code),
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  zitat TEXT, seite INTEGER, von INTEGER, bis INTEGER,
  PRIMARY KEY (thema, ansatz)
) WITHOUT ROWID;
CREATE INDEX ansatz_thema_ansatz ON ansatz_thema(ansatz);

CREATE TABLE ansatz_finanzierung (
  finanzierung TEXT NOT NULL REFERENCES finanzierung(code),
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  zitat TEXT, seite INTEGER, von INTEGER, bis INTEGER,
  PRIMARY KEY (finanzierung, ansatz)
) WITHOUT ROWID;
CREATE INDEX ansatz_finanzierung_ansatz ON ansatz_finanzierung(ansatz);

CREATE TABLE ansatz_umsetzungsart (
  umsetzungsart TEXT NOT NULL REFERENCES umsetzungsart(code),
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  zitat TEXT, seite INTEGER, von INTEGER, bis INTEGER,
  PRIMARY KEY (umsetzungsart, ansatz)
) WITHOUT ROWID;
CREATE INDEX ansatz_umsetzungsart_ansatz ON ansatz_umsetzungsart(ansatz);

CREATE TABLE ansatz_leitgedanke (
  leitgedanke TEXT NOT NULL REFERENCES leitgedanke(code),
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  zitat TEXT, seite INTEGER, von INTEGER, bis INTEGER,
  PRIMARY KEY (leitgedanke, ansatz)
) WITHOUT ROWID;
CREATE INDEX ansatz_leitgedanke_ansatz ON ansatz_leitgedanke(ansatz);

CREATE TABLE kosten (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  betrag REAL NOT NULL,
  waehrung TEXT NOT NULL,
  bezug TEXT NOT NULL REFERENCES bezug(code),
  genauigkeit TEXT NOT NULL REFERENCES genauigkeit(code),
  was TEXT,
  zeitraum TEXT,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX kosten_ansatz ON kosten(ansatz);
CREATE INDEX kosten_bezug ON kosten(bezug, betrag);

CREATE TABLE rechtsgrundlage (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  zitierweise TEXT NOT NULL,
  im_feld TEXT NOT NULL,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX rechtsgrundlage_ansatz ON rechtsgrundlage(ansatz);

CREATE TABLE norm (
  id INTEGER PRIMARY KEY,
  rechtsgrundlage INTEGER NOT NULL REFERENCES rechtsgrundlage(id),
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  rolle TEXT NOT NULL,
  kanon TEXT NOT NULL,
  gesetz TEXT,
  paragraph TEXT NOT NULL,
  paragraph_bis TEXT,
  absatz TEXT,
  satz TEXT,
  nummer TEXT,
  buchstabe TEXT,
  fassung TEXT
);
CREATE INDEX norm_rechtsgrundlage ON norm(rechtsgrundlage);
CREATE INDEX norm_ansatz ON norm(ansatz);
CREATE INDEX norm_gesetz ON norm(gesetz, paragraph);

-- Which approach cites which paragraph; of a range, each paragraph inside it.
CREATE TABLE ansatz_norm (
  gesetz TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  nur_im_bereich INTEGER NOT NULL,
  PRIMARY KEY (gesetz, paragraph, ansatz)
) WITHOUT ROWID;
CREATE INDEX ansatz_norm_ansatz ON ansatz_norm(ansatz);

CREATE TABLE verweis (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  name TEXT NOT NULL,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX verweis_ansatz ON verweis(ansatz);

CREATE TABLE ergebnis (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  kennzahl TEXT NOT NULL REFERENCES kennzahl(code),
  anzahl INTEGER,
  anteil_prozent REAL,
  basis INTEGER,
  was TEXT,
  stichtag_oder_zeitraum TEXT,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX ergebnis_ansatz ON ergebnis(ansatz);
CREATE INDEX ergebnis_kennzahl ON ergebnis(kennzahl);

CREATE TABLE wochenstunden (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  stunden REAL NOT NULL,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX wochenstunden_ansatz ON wochenstunden(ansatz);

CREATE TABLE plaetze (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  anzahl INTEGER NOT NULL,
  einheit TEXT NOT NULL,
  art TEXT NOT NULL REFERENCES plaetze_art(code),
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX plaetze_ansatz ON plaetze(ansatz);

CREATE TABLE personal (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  vzae REAL NOT NULL,
  funktion TEXT,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX personal_ansatz ON personal(ansatz);

CREATE TABLE betreuungsschluessel (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  verhaeltnis TEXT NOT NULL,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX betreuungsschluessel_ansatz ON betreuungsschluessel(ansatz);

-- What does not add up or is missing, in our words.
CREATE TABLE befund (
  id INTEGER PRIMARY KEY,
  dokument TEXT NOT NULL REFERENCES dokument(id),
  ansatz INTEGER REFERENCES ansatz(nummer),
  feld TEXT NOT NULL,
  art TEXT NOT NULL REFERENCES befund_art(code),
  text TEXT NOT NULL,
  erwartet TEXT,
  gefunden TEXT,
  rechenweg TEXT,
  herkunft TEXT NOT NULL,
  zitat TEXT, seite INTEGER, von INTEGER, bis INTEGER
);
CREATE INDEX befund_ansatz ON befund(ansatz);
CREATE INDEX befund_art_feld ON befund(art, feld);

-- Figures of ours, computed from printed ones; never mixed with them.
CREATE TABLE ableitung (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  groesse TEXT NOT NULL REFERENCES groesse(code),
  wert REAL NOT NULL,
  einheit TEXT NOT NULL,
  genauigkeit TEXT NOT NULL REFERENCES genauigkeit(code),
  formel TEXT NOT NULL,
  ergebnis INTEGER REFERENCES ergebnis(id)
);
CREATE INDEX ableitung_ansatz ON ableitung(ansatz);
CREATE INDEX ableitung_groesse ON ableitung(groesse, wert);

-- Fields without a value, and why.
CREATE TABLE luecke (
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  feld TEXT NOT NULL,
  art TEXT NOT NULL REFERENCES luecke_art(code),
  PRIMARY KEY (ansatz, feld)
) WITHOUT ROWID;
CREATE INDEX luecke_feld ON luecke(feld, art);

-- Where a simple value of an approach stands (titel, organisation, laufzeit ...).
CREATE TABLE fundstelle (
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  feld TEXT NOT NULL,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL,
  PRIMARY KEY (ansatz, feld)
) WITHOUT ROWID;

CREATE TABLE abschnitt (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  feld TEXT NOT NULL,
  label TEXT NOT NULL,
  leer INTEGER NOT NULL,
  von INTEGER NOT NULL,
  bis INTEGER NOT NULL
);
CREATE INDEX abschnitt_ansatz ON abschnitt(ansatz);

-- The wording of a section; filled only where the documents are at hand. Contact data is taken out.
CREATE TABLE wortlaut (
  abschnitt INTEGER PRIMARY KEY REFERENCES abschnitt(id),
  text TEXT NOT NULL
);

-- The words around a proof, by its span; filled only where the documents are at hand, without contact data.
CREATE TABLE kontext (
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  von INTEGER NOT NULL,
  bis INTEGER NOT NULL,
  davor TEXT NOT NULL,
  worte TEXT NOT NULL,
  danach TEXT NOT NULL,
  PRIMARY KEY (ansatz, von, bis)
) WITHOUT ROWID;

CREATE TABLE dokument_leitgedanke (
  id INTEGER PRIMARY KEY,
  dokument TEXT NOT NULL REFERENCES dokument(id),
  nr INTEGER NOT NULL,
  titel TEXT NOT NULL,
  seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);

CREATE TABLE stichwort (
  id INTEGER PRIMARY KEY,
  dokument TEXT NOT NULL REFERENCES dokument(id),
  begriff TEXT NOT NULL,
  ober TEXT,
  siehe TEXT
);
CREATE INDEX stichwort_begriff ON stichwort(begriff);

CREATE TABLE stichwort_seite (
  stichwort INTEGER NOT NULL REFERENCES stichwort(id),
  seite INTEGER NOT NULL,
  PRIMARY KEY (stichwort, seite)
) WITHOUT ROWID;

CREATE TABLE ansatz_stichwort (
  stichwort INTEGER NOT NULL REFERENCES stichwort(id),
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  PRIMARY KEY (stichwort, ansatz)
) WITHOUT ROWID;
CREATE INDEX ansatz_stichwort_ansatz ON ansatz_stichwort(ansatz);

-- Those who take part in an approach; `organisation` where the register knows the body.
CREATE TABLE beteiligte (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  name TEXT NOT NULL,
  organisation INTEGER REFERENCES organisation(id),
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX beteiligte_ansatz ON beteiligte(ansatz);
CREATE INDEX beteiligte_organisation ON beteiligte(organisation);

-- Activities of a list that is printed in editions; how one edition differs from the one before.
CREATE TABLE ausgabe (
  dokument TEXT NOT NULL REFERENCES dokument(id),
  nr INTEGER NOT NULL,
  stand TEXT NOT NULL,
  anzahl INTEGER NOT NULL,
  von INTEGER NOT NULL,
  bis INTEGER NOT NULL,
  PRIMARY KEY (dokument, nr)
) WITHOUT ROWID;

CREATE TABLE aktivitaet (
  ansatz INTEGER PRIMARY KEY REFERENCES ansatz(nummer),
  schluesselthema TEXT REFERENCES schluesselthema(code),
  status TEXT REFERENCES status(code),
  rhythmus TEXT,
  erste_ausgabe INTEGER NOT NULL,
  letzte_ausgabe INTEGER NOT NULL
);
CREATE INDEX aktivitaet_schluesselthema ON aktivitaet(schluesselthema);
CREATE INDEX aktivitaet_status ON aktivitaet(status);

CREATE TABLE abdruck (
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  ausgabe INTEGER NOT NULL,
  nr INTEGER NOT NULL,
  seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL,
  PRIMARY KEY (ansatz, ausgabe)
) WITHOUT ROWID;

CREATE TABLE aenderung (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  ausgabe INTEGER NOT NULL,
  feld TEXT NOT NULL,
  art TEXT NOT NULL,
  was TEXT NOT NULL,
  vorher TEXT, vorher_von INTEGER, vorher_bis INTEGER,
  nachher TEXT, nachher_von INTEGER, nachher_bis INTEGER
);
CREATE INDEX aenderung_ansatz ON aenderung(ansatz);
CREATE INDEX aenderung_art ON aenderung(art, feld);

-- Agreements: who with whom, the kinds of measures, the projects under them.
CREATE TABLE vereinbarung (
  dokument TEXT PRIMARY KEY REFERENCES dokument(id),
  jahr INTEGER NOT NULL
);

CREATE TABLE partner (
  id INTEGER PRIMARY KEY,
  dokument TEXT NOT NULL REFERENCES vereinbarung(dokument),
  organisation INTEGER NOT NULL REFERENCES organisation(id),
  unterzeichnet TEXT,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX partner_dokument ON partner(dokument);
CREATE INDEX partner_organisation ON partner(organisation);

CREATE TABLE massnahmenart (
  id INTEGER PRIMARY KEY,
  dokument TEXT NOT NULL REFERENCES vereinbarung(dokument),
  nr INTEGER NOT NULL,
  titel TEXT NOT NULL,
  anzahl INTEGER NOT NULL,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX massnahmenart_dokument ON massnahmenart(dokument, nr);

CREATE TABLE projekt (
  ansatz INTEGER PRIMARY KEY REFERENCES ansatz(nummer),
  massnahmenart INTEGER NOT NULL REFERENCES massnahmenart(id)
);
CREATE INDEX projekt_massnahmenart ON projekt(massnahmenart);

-- Examples of a way to use money.
CREATE TABLE beispiel (
  id INTEGER PRIMARY KEY,
  ansatz INTEGER NOT NULL REFERENCES ansatz(nummer),
  text TEXT NOT NULL,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX beispiel_ansatz ON beispiel(ansatz);

-- What stands beside the approaches: goals, dates, money, figures; one thin row each, details in its own table.
CREATE TABLE nebeneintrag (
  nummer INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  dokument TEXT NOT NULL REFERENCES dokument(id),
  art TEXT NOT NULL,
  nr INTEGER NOT NULL,
  titel TEXT NOT NULL,
  organisation INTEGER REFERENCES organisation(id),
  seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX nebeneintrag_dokument ON nebeneintrag(dokument, art, nr);
CREATE INDEX nebeneintrag_organisation ON nebeneintrag(organisation);

CREATE TABLE nebeneintrag_thema (
  thema TEXT NOT NULL REFERENCES thema(code),
  nebeneintrag INTEGER NOT NULL REFERENCES nebeneintrag(nummer),
  zitat TEXT, seite INTEGER, von INTEGER, bis INTEGER,
  PRIMARY KEY (thema, nebeneintrag)
) WITHOUT ROWID;
CREATE INDEX nebeneintrag_thema_nebeneintrag ON nebeneintrag_thema(nebeneintrag);

CREATE TABLE ziel (
  nebeneintrag INTEGER PRIMARY KEY REFERENCES nebeneintrag(nummer),
  ebene TEXT NOT NULL REFERENCES ziel_ebene(code),
  ziel TEXT NOT NULL,
  messgroesse TEXT,
  gruppe TEXT,
  nachrichtlich INTEGER NOT NULL,
  veraenderung_prozent REAL,
  zielwert REAL,
  einheit TEXT,
  vergleich TEXT,
  jahr INTEGER NOT NULL,
  zusammenfassung TEXT,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX ziel_ebene_index ON ziel(ebene);

CREATE TABLE ziel_norm (
  id INTEGER PRIMARY KEY,
  nebeneintrag INTEGER NOT NULL REFERENCES ziel(nebeneintrag),
  kanon TEXT NOT NULL,
  gesetz TEXT,
  paragraph TEXT NOT NULL,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX ziel_norm_nebeneintrag ON ziel_norm(nebeneintrag);
CREATE INDEX ziel_norm_gesetz ON ziel_norm(gesetz, paragraph);

CREATE TABLE termin (
  nebeneintrag INTEGER PRIMARY KEY REFERENCES nebeneintrag(nummer),
  typ TEXT NOT NULL,
  beginn TEXT,
  ende TEXT,
  gehoert_zu INTEGER REFERENCES termin(nebeneintrag),
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX termin_beginn ON termin(beginn, ende);

CREATE TABLE budget (
  nebeneintrag INTEGER PRIMARY KEY REFERENCES nebeneintrag(nummer),
  betrag REAL NOT NULL,
  waehrung TEXT NOT NULL,
  genauigkeit TEXT NOT NULL REFERENCES genauigkeit(code),
  jahr INTEGER NOT NULL,
  empfaenger INTEGER REFERENCES organisation(id),
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX budget_empfaenger ON budget(empfaenger);

CREATE TABLE statistik (
  nebeneintrag INTEGER PRIMARY KEY REFERENCES nebeneintrag(nummer),
  herkunft TEXT,
  raum TEXT
);

CREATE TABLE zahl (
  id INTEGER PRIMARY KEY,
  nebeneintrag INTEGER NOT NULL REFERENCES statistik(nebeneintrag),
  was TEXT NOT NULL,
  gruppe TEXT,
  wert REAL NOT NULL,
  einheit TEXT NOT NULL,
  genauigkeit TEXT NOT NULL REFERENCES genauigkeit(code),
  zeit TEXT,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);
CREATE INDEX zahl_nebeneintrag ON zahl(nebeneintrag);

-- All dates as one calendar (RFC 5545), ready to serve.
CREATE TABLE kalender (text TEXT NOT NULL);

CREATE TABLE unterlage (
  id INTEGER PRIMARY KEY,
  dokument TEXT NOT NULL REFERENCES dokument(id),
  name TEXT NOT NULL,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);

CREATE TABLE regel (
  id INTEGER PRIMARY KEY,
  dokument TEXT NOT NULL REFERENCES dokument(id),
  regel TEXT NOT NULL,
  zitat TEXT NOT NULL, seite INTEGER, von INTEGER NOT NULL, bis INTEGER NOT NULL
);

-- The record in the contract's form, ready to serve.
CREATE TABLE ansatz_json (
  ansatz INTEGER PRIMARY KEY REFERENCES ansatz(nummer),
  json TEXT NOT NULL
);

-- The words of the index: how each is analysed, and how many rows hold its form and its stem.
CREATE TABLE wort (
  wort TEXT PRIMARY KEY,
  stamm TEXT NOT NULL,
  lemma TEXT NOT NULL,
  teile TEXT NOT NULL,
  zerlegungen TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE wortform (form TEXT PRIMARY KEY, ansaetze INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE wortstamm (stamm TEXT PRIMARY KEY, ansaetze INTEGER NOT NULL) WITHOUT ROWID;

-- Full text, made of analysed words: of each field the stems, what they imply (teile), groups of the thesaurus (gleich).
-- The row's id is the approach's number.
CREATE VIRTUAL TABLE ansatz_suche USING fts5 (
  titel, titel_teile, titel_gleich, stichwort, stichwort_teile, stichwort_gleich, gruppe, gruppe_teile, gruppe_gleich,
  kurz, kurz_teile, kurz_gleich, text, text_teile, text_gleich, recht, woerter,
  tokenize = "unicode61 remove_diacritics 0"
);

CREATE VIRTUAL TABLE nebeneintrag_suche USING fts5 (
  titel, titel_teile, titel_gleich, stichwort, stichwort_teile, stichwort_gleich, gruppe, gruppe_teile, gruppe_gleich,
  kurz, kurz_teile, kurz_gleich, text, text_teile, text_gleich, recht, woerter,
  tokenize = "unicode61 remove_diacritics 0"
);

-- Every amount, printed or derived, and whether it can be compared: for the whole approach, per head and month.
CREATE VIEW betraege AS
SELECT ansatz, betrag, waehrung, bezug, genauigkeit, was, zeitraum, 'gedruckt' AS herkunft, zitat AS beleg, seite,
  bezug IN ('teilnehmer_monat', 'platz_monat') AND coalesce(was, 'gesamt') = 'gesamt' AS vergleichbar
FROM kosten
UNION ALL
SELECT ansatz, wert, einheit, substr(groesse, 11), genauigkeit, 'gesamt', NULL, 'berechnet', formel, NULL,
  groesse <> 'kosten_je_teilnehmer'
FROM ableitung WHERE groesse IN ('kosten_je_teilnehmer_monat', 'kosten_je_platz_monat', 'kosten_je_teilnehmer');

CREATE VIEW kosten_vergleichbar AS
SELECT ansatz, betrag, bezug, herkunft FROM betraege WHERE vergleichbar;

-- Every printed result with its share: the printed one, or the one that we derive from count and base.
CREATE VIEW ergebnis_anteil AS
SELECT e.id, e.ansatz, e.kennzahl, e.was, e.anzahl, e.basis, e.anteil_prozent, d.wert AS anteil_berechnet_prozent,
  d.formel, e.stichtag_oder_zeitraum, e.zitat, e.seite
FROM ergebnis e LEFT JOIN ableitung d ON d.ergebnis = e.id AND d.groesse = 'anteil';

-- Classes of approaches whose document has a form that asks for costs, duration and results.
CREATE VIEW ansatz_kostenklasse AS
SELECT DISTINCT ansatz, CASE WHEN betrag < 500 THEN 'unter_500' WHEN betrag < 1000 THEN 'bis_1000' ELSE 'ab_1000' END
  AS kostenklasse
FROM kosten_vergleichbar
UNION ALL
SELECT nummer, CASE WHEN nummer IN (SELECT ansatz FROM kosten) THEN 'andere' ELSE 'keine_angabe' END FROM ansatz
WHERE kosten_status IS NOT NULL AND nummer NOT IN (SELECT ansatz FROM kosten_vergleichbar);

CREATE VIEW ansatz_dauerklasse AS
SELECT nummer AS ansatz, CASE WHEN monate IS NULL THEN 'keine_angabe' WHEN monate <= 3 THEN 'bis_3'
  WHEN monate <= 6 THEN 'bis_6' WHEN monate <= 12 THEN 'bis_12' ELSE 'ueber_12' END AS dauerklasse
FROM (SELECT nummer, kosten_status, coalesce(teilnahmedauer_typisch_monate, teilnahmedauer_max_monate,
  teilnahmedauer_min_monate) AS monate FROM ansatz)
WHERE monate IS NOT NULL OR kosten_status IS NOT NULL;

CREATE VIEW ansatz_nachweis AS
SELECT nummer AS ansatz, 'extern' AS nachweis FROM ansatz WHERE extern_evaluiert
UNION ALL
SELECT ansatz, CASE WHEN max(coalesce(anteil_prozent, basis)) IS NULL THEN 'anzahl' ELSE 'anteil' END
FROM ergebnis GROUP BY ansatz
UNION ALL
SELECT nummer, 'worte' FROM ansatz WHERE ergebnis_status = 'qualitativ'
UNION ALL
SELECT nummer, 'keine' FROM ansatz WHERE ergebnis_status IN ('keine_ergebnisse', 'keine_angabe') AND NOT extern_evaluiert;

-- One row per approach with labels, lists as JSON: for browsing, facets and exports.
CREATE VIEW ansaetze AS
SELECT
  a.nummer,
  a.id,
  aa.label AS art,
  a.titel,
  o.name AS organisation,
  oa.label AS organisation_art,
  a.bundesland,
  (SELECT json_group_array(label) FROM (
     SELECT z.label FROM ansatz_zielgruppe l JOIN zielgruppe z ON z.code = l.zielgruppe
     WHERE l.ansatz = a.nummer ORDER BY z.label)) AS zielgruppen,
  (SELECT json_group_array(label) FROM (
     SELECT t.label FROM ansatz_thema l JOIN thema t ON t.code = l.thema
     WHERE l.ansatz = a.nummer ORDER BY t.label)) AS themen,
  (SELECT json_group_array(norm) FROM (
     SELECT DISTINCT n.gesetz || ' § ' || n.paragraph AS norm FROM norm n
     WHERE n.ansatz = a.nummer AND n.gesetz IS NOT NULL ORDER BY n.gesetz, CAST(n.paragraph AS INTEGER), n.paragraph)) AS normen,
  (SELECT json_group_array(label) FROM (
     SELECT f.label FROM ansatz_finanzierung l JOIN finanzierung f ON f.code = l.finanzierung
     WHERE l.ansatz = a.nummer ORDER BY f.label)) AS finanzierung,
  (SELECT json_group_array(label) FROM (
     SELECT u.label FROM ansatz_umsetzungsart l JOIN umsetzungsart u ON u.code = l.umsetzungsart
     WHERE l.ansatz = a.nummer ORDER BY u.label)) AS umsetzungsart,
  coalesce(ks.label, 'nicht gefragt') AS kosten,
  coalesce(es.label, 'nicht gefragt') AS ergebnisse,
  a.laufzeit_beginn,
  a.laufzeit_ende,
  a.laufend,
  st.label AS schluesselthema,
  s.label AS status,
  fo.label AS formular,
  d.titel AS dokument,
  a.seite_von,
  a.seite_bis
FROM ansatz a
JOIN dokument d ON d.id = a.dokument
JOIN ansatz_art aa ON aa.code = a.art
LEFT JOIN formular fo ON fo.code = a.formular
LEFT JOIN kosten_status ks ON ks.code = a.kosten_status
LEFT JOIN ergebnis_status es ON es.code = a.ergebnis_status
LEFT JOIN aktivitaet ak ON ak.ansatz = a.nummer
LEFT JOIN schluesselthema st ON st.code = ak.schluesselthema
LEFT JOIN status s ON s.code = ak.status
LEFT JOIN organisation o ON o.id = a.organisation
LEFT JOIN organisation_art oa ON oa.code = o.art;
