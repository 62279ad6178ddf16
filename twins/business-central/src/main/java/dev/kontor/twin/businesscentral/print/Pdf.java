package dev.kontor.twin.businesscentral.print;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** A small valid PDF 1.4 of text lines in one font, with as many A4 pages as they need. */
final class Pdf {
  private static final Charset LATIN = Charset.forName("windows-1252");
  private static final int LINES_PER_PAGE = 50;
  private static final int FIXED_OBJECTS = 3;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();
  private final String mark;

  private Pdf(String mark) {
    this.mark = mark;
  }

  /**
   * The file's bytes.
   *
   * @param mark hexadecimal identifier of this rendering, in the trailer
   */
  static byte[] of(List<String> lines, String mark) {
    return new Pdf(mark).file(lines);
  }

  private byte[] file(List<String> lines) {
    List<List<String>> pages = new ArrayList<>();
    for (int i = 0; i < Math.max(1, lines.size()); i += LINES_PER_PAGE) {
      pages.add(lines.subList(i, Math.min(lines.size(), i + LINES_PER_PAGE)));
    }
    write("%PDF-1.4\n");
    object("<< /Type /Catalog /Pages 2 0 R >>");
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(FIXED_OBJECTS + 1 + 2 * i).append(" 0 R ");
    }
    object("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    pages.forEach(this::page);
    return closed();
  }

  private void page(List<String> lines) {
    int content = offsets.size() + 2;
    object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents "
            + content
            + " 0 R >>");
    StringBuilder text = new StringBuilder("BT /F1 10 Tf 14 TL 50 790 Td\n");
    lines.forEach(line -> text.append('(').append(escaped(line)).append(") Tj T*\n"));
    String stream = text.append("ET").toString();
    object(
        "<< /Length " + stream.getBytes(LATIN).length + " >>\nstream\n" + stream + "\nendstream");
  }

  private static String escaped(String line) {
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
  }

  private void object(String body) {
    offsets.add(out.size());
    write(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
  }

  private byte[] closed() {
    int table = out.size();
    write("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    offsets.forEach(offset -> write("%010d 00000 n \n".formatted(offset)));
    write(
        "trailer\n<< /Size "
            + (offsets.size() + 1)
            + " /Root 1 0 R /ID [<"
            + mark
            + "> <"
            + mark
            + ">] >>\nstartxref\n"
            + table
            + "\n%%EOF\n");
    return out.toByteArray();
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(LATIN));
  }
}
