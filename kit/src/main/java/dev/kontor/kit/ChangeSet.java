package dev.kontor.kit;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * New entities of one set as the only change set of a multipart batch, and what is answered (OData
 * 4.0, Part 1, 11.7): one part for each, or one for all if none came to be.
 */
final class ChangeSet {

  /** Bodies are JSON in one line each, none of which can begin like a boundary. */
  private static final String BATCH = "kontor-batch";

  private static final String CHANGES = "kontor-changes";
  private static final String END = "\r\n";

  private static final Pattern BOUNDARY =
      Pattern.compile("multipart/mixed\\s*;.*boundary=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");
  private static final Pattern STATUS = Pattern.compile("\\s*HTTP/\\d(?:\\.\\d)? (\\d{3})");
  private static final Pattern ID = Pattern.compile("(?im)^Content-ID:\\s*(\\d{1,9})\\s*$");

  /**
   * The answer to one operation.
   *
   * @param id number of the operation, -1 if it is not told
   * @param body a missing node if empty
   */
  record Part(int id, int status, JsonNode body) {

    boolean ok() {
      return status >= 200 && status < 300;
    }
  }

  private ChangeSet() {}

  /**
   * @param batch address of the service's {@code $batch}
   * @param target where each body is posted to
   */
  static HttpRequest.Builder request(URI batch, URI target, List<? extends JsonNode> bodies) {
    StringBuilder text = new StringBuilder();
    text.append("--").append(BATCH).append(END);
    text.append("Content-Type: multipart/mixed; boundary=").append(CHANGES).append(END).append(END);
    for (int i = 0; i < bodies.size(); i++) {
      text.append("--").append(CHANGES).append(END);
      text.append("Content-Type: application/http").append(END);
      text.append("Content-Transfer-Encoding: binary").append(END);
      text.append("Content-ID: ").append(i).append(END).append(END);
      text.append("POST ").append(target).append(" HTTP/1.1").append(END);
      text.append("Content-Type: application/json").append(END);
      text.append("Accept: application/json").append(END).append(END);
      text.append(new String(JsonHttp.bytes(bodies.get(i)), StandardCharsets.UTF_8)).append(END);
    }
    text.append("--").append(CHANGES).append("--").append(END);
    text.append("--").append(BATCH).append("--").append(END);
    return HttpRequest.newBuilder(batch)
        .header("Accept", "multipart/mixed")
        .header("Content-Type", "multipart/mixed; boundary=" + BATCH)
        .POST(new CallTime().body(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * @param type content type of the answer
   * @return in the order of the operations, as far as their numbers are told
   * @throws FaultException {@link Fault.OutcomeUnknown} if it cannot be read
   */
  static List<Part> answered(String type, byte[] answer) {
    List<Part> parts = new ArrayList<>();
    read(type, new String(answer, StandardCharsets.UTF_8), parts);
    if (parts.stream().allMatch(part -> part.id() >= 0)) {
      parts.sort((one, other) -> Integer.compare(one.id(), other.id()));
    }
    return parts;
  }

  private static void read(String type, String text, List<Part> parts) {
    Matcher boundary = BOUNDARY.matcher(type);
    if (!boundary.find()) {
      throw unreadable("is no multipart answer");
    }
    String line = "(?m)^--" + Pattern.quote(boundary.group(1)) + "(?:--)?[ \\t]*\\r?$";
    String[] pieces = text.split(line, -1);
    // Before the first boundary and behind the last stands nothing that counts.
    for (int i = 1; i < pieces.length - 1; i++) {
      part(pieces[i].strip(), parts);
    }
  }

  private static void part(String text, List<Part> parts) {
    String[] halves = BLANK_LINE.split(text, 2);
    String headers = halves[0];
    String content = halves.length > 1 ? halves[1] : "";
    if (headers.toLowerCase(Locale.ROOT).contains("multipart/mixed")) {
      read(headers.replaceAll("\\r?\\n", " "), content, parts);
      return;
    }
    Matcher status = STATUS.matcher(content);
    if (!status.lookingAt()) {
      throw unreadable("has a part without status");
    }
    Matcher id = ID.matcher(headers);
    String[] message = BLANK_LINE.split(content, 2);
    String body = message.length > 1 ? message[1].strip() : "";
    parts.add(
        new Part(
            id.find() ? Integer.parseInt(id.group(1)) : -1,
            Integer.parseInt(status.group(1)),
            JsonHttp.parse(body.getBytes(StandardCharsets.UTF_8))));
  }

  private static FaultException unreadable(String why) {
    return new FaultException(
        new Fault.OutcomeUnknown("the batch's answer " + why + ", so what became of it is open"));
  }
}
