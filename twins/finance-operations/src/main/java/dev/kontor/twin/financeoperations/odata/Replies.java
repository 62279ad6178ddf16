package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.kit.Answer;
import java.util.List;

/** The multipart answer of a batch. */
final class Replies {
  private static final String END = "\r\n";

  private Replies() {}

  static Answer of(int status, List<Step> steps) {
    String boundary = Batch.boundary("batchresponse");
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      text.append("--").append(boundary).append(END);
      if (step.changeSet()) {
        changeSet(text, step);
      } else {
        operation(text, step.replies().getFirst());
      }
    }
    text.append("--").append(boundary).append("--").append(END);
    return Answer.of(status, "multipart/mixed; boundary=" + boundary, text.toString());
  }

  private static void changeSet(StringBuilder text, Step step) {
    String boundary = Batch.boundary("changesetresponse");
    text.append("Content-Type: multipart/mixed; boundary=").append(boundary).append(END);
    text.append(END);
    for (Reply reply : step.replies()) {
      text.append("--").append(boundary).append(END);
      operation(text, reply);
    }
    text.append("--").append(boundary).append("--").append(END);
  }

  private static void operation(StringBuilder text, Reply reply) {
    text.append("Content-Type: application/http").append(END);
    text.append("Content-Transfer-Encoding: binary").append(END);
    if (!reply.id().isEmpty()) {
      text.append("Content-ID: ").append(reply.id()).append(END);
    }
    text.append(END).append("HTTP/1.1 ").append(reply.answer().status()).append(" -").append(END);
    reply
        .answer()
        .headers()
        .forEach((name, value) -> text.append(name).append(": ").append(value).append(END));
    text.append(END).append(reply.answer().text()).append(END);
  }
}
