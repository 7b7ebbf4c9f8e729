import { plainText } from '../text/rich-text.js';
import type { DocumentData } from '../document.types.js';
import { PDFKIT_VERSION } from './pdfkit-internals.js';

/** The document information dictionary, whose values the XMP packet must repeat exactly. */
export interface DocumentInfo {
  Title: string;
  Author: string;
  Subject: string;
  Keywords: string;
  Creator: string;
  Producer: string;
  CreationDate: Date;
  ModDate: Date;
}

/** What the file says of itself. Both dates are those of the data: the clock is never read. */
export function documentInfo(data: DocumentData): DocumentInfo {
  const date = new Date(data.date);
  if (Number.isNaN(date.getTime())) throw new Error(`Not an instant: ${data.date}`);
  return {
    Title: plainText(data.title),
    Author: plainText(data.author),
    Subject: plainText(data.subject),
    Keywords: data.keywords,
    Creator: 'Copil',
    Producer: `PDFKit ${PDFKIT_VERSION}`,
    CreationDate: date,
    ModDate: date,
  };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

function instant(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function description(prefix: string, namespace: string, content: string): string {
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${content}</rdf:Description>`;
}

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
}

/**
 * The properties of the XMP packet. pdfkit adds the PDF/A part itself; the PDF/UA part needs the declaration of its
 * schema, which PDF/A asks of every schema it does not know.
 */
export function xmpProperties(info: DocumentInfo, language: string): string {
  return [
    description(
      'xmp',
      'http://ns.adobe.com/xap/1.0/',
      `<xmp:CreateDate>${instant(info.CreationDate)}</xmp:CreateDate>` +
        `<xmp:ModifyDate>${instant(info.ModDate)}</xmp:ModifyDate>` +
        `<xmp:MetadataDate>${instant(info.ModDate)}</xmp:MetadataDate>` +
        `<xmp:CreatorTool>${escapeXml(info.Creator)}</xmp:CreatorTool>`,
    ),
    description(
      'dc',
      'http://purl.org/dc/elements/1.1/',
      '<dc:format>application/pdf</dc:format>' +
        `<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>` +
        `<dc:title>${alternative(info.Title)}</dc:title>` +
        `<dc:creator><rdf:Seq><rdf:li>${escapeXml(info.Author)}</rdf:li></rdf:Seq></dc:creator>` +
        `<dc:description>${alternative(info.Subject)}</dc:description>`,
    ),
    description(
      'pdf',
      'http://ns.adobe.com/pdf/1.3/',
      `<pdf:Producer>${escapeXml(info.Producer)}</pdf:Producer>` +
        `<pdf:Keywords>${escapeXml(info.Keywords)}</pdf:Keywords>`,
    ),
    description('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', '<pdfuaid:part>1</pdfuaid:part>'),
    PDFUA_SCHEMA,
  ].join('\n');
}

const PDFUA_SCHEMA = [
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>',
].join('');
