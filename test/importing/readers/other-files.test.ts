/**
 * Files that hold no table are refused as what they are: a document, a PDF, a picture, an archive,
 * nothing at all.
 */
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { Fault, type FaultData } from '../../../main/domain/fault.ts';
import { readWorkbook } from '../../../main/importing/readers/index.ts';
import { faultText } from '../../../renderer/format/fault.ts';

const refusal = (bytes: Uint8Array, name: string): Promise<string> =>
  readWorkbook(bytes, name).then(
    () => '',
    (error: unknown) => {
      if (!(error instanceof Fault)) throw error;
      return faultText({ code: error.code, params: error.params } as FaultData);
    },
  );

it.each<[string, Uint8Array, RegExp]>([
  ['通知.docx', zipSync({ 'word/document.xml': strToU8('<x/>') }), /Word.*不是表格/],
  ['汇报.pptx', zipSync({ 'ppt/presentation.xml': strToU8('<x/>') }), /演示文稿.*不是表格/],
  ['资料.zip', zipSync({ '照片.txt': strToU8('一') }), /压缩包。请先解压/],
  ['资料.rar', strToU8('Rar!\u001a\u0007'), /压缩包。请先解压/],
  ['通知.pdf', strToU8('%PDF-1.7\n1 0 obj'), /PDF，不是表格/],
  ['照片.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /图片，不是表格/],
  ['表.xlsx', new Uint8Array(), /是空的/],
  ['说明.xlsx', strToU8('{"a": 1}'), /只是改了扩展名/],
])('%s', async (name, bytes, said) => {
  expect(await refusal(bytes, name)).toMatch(said);
});
