"""Writes damaged and strange files that the readers must refuse or read. Run it in this folder."""
import io
import zipfile

TEXT = "云溪县人民政府关于优化服务的通知\n云政发〔2026〕1号\n一、推进改革。各单位要认真落实责任，提高服务质量和效率。\n"
TRADITIONAL = "雲溪縣政府關於優化服務的通知\n一、推進改革。各單位要認真落實責任，提高服務品質和效率，為民眾提供便利。\n"


def write(name, data):
    with open(name, "wb") as file:
        file.write(data)


def pdf(name, objects, trailer=""):
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    write(name, out)


write("gb18030.txt", TEXT.encode("gb18030"))
write("big5.txt", TRADITIONAL.encode("big5"))
write("utf-16le.txt", b"\xff\xfe" + TEXT.encode("utf-16-le"))
write("utf-16be-without-mark.txt", TEXT.encode("utf-16-be"))
write("cut-in-a-character.txt", TEXT.encode()[:-5])
write("binary.txt", bytes(range(256)) * 16)
PAGE = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"]
pdf("scan.pdf", PAGE)
LOCK = "<< /Filter /Standard /V 1 /R 2 /P -4 /O (" + "x" * 32 + ") /U (" + "y" * 32 + ") >>"
pdf("locked.pdf", PAGE + [LOCK], "/Encrypt 4 0 R /ID [(0123456789abcdef) (0123456789abcdef)]")
write("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512))
write("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024))
with zipfile.ZipFile("bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(zipfile.ZipInfo("word/document.xml"), b"<w:document>" + b" " * (3 << 20) + b"</w:document>", zipfile.ZIP_DEFLATED)
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
    body = "".join(f"<w:p><w:r><w:t>第{n}段：{'推进改革' * 12}{n}。</w:t></w:r></w:p>" for n in range(60))
    archive.writestr(zipfile.ZipInfo("word/document.xml"), f"<w:document><w:body>{body}</w:body></w:document>".encode(), zipfile.ZIP_DEFLATED)
whole = buffer.getvalue()
write("truncated.docx", whole[:len(whole) // 2])
with zipfile.ZipFile("cut-inside.docx", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(zipfile.ZipInfo("word/document.xml"), "<w:document><w:body><w:p><w:r><w:t>半".encode(), zipfile.ZIP_DEFLATED)
