package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.records.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parts of a multipart body; throws Fault. */
record Multipart(List<Part> parts) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

  static Multipart of(String contentType, String body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!contentType.startsWith("multipart/mixed") || !boundary.find()) {
      throw Fault.request(
          400,
          "The batch needs the content type multipart/mixed with a boundary; it has '"
              + contentType
              + "'.");
    }
    String delimiter = "\n--" + boundary.group(1);
    List<String> pieces =
        Arrays.asList(("\n" + body.replace("\r\n", "\n")).split(Pattern.quote(delimiter), -1));
    if (pieces.size() < 3 || !pieces.getLast().startsWith("--")) {
      throw Fault.request(400, "The batch does not end with its closing boundary.");
    }
    List<Part> parts = new ArrayList<>();
    pieces
        .subList(1, pieces.size() - 1)
        .forEach(piece -> parts.add(Part.of(piece.substring(piece.indexOf('\n') + 1))));
    return new Multipart(parts);
  }
}
