package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Ids;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The multipart form of $batch: parts are handled in order up to the first failure unless the
 * client prefers to go on; a change set is done whole or not at all and answered by one failure.
 */
public final class Batch {
  private static final int MOST = 5_000;

  private static final class RolledBack extends RuntimeException {}

  private final Erp erp;
  private final Function<Call, Answer> calls;

  /**
   * A batch whose parts are handled like calls of their own.
   *
   * @param calls paths begin with {@code /data}
   */
  public Batch(Erp erp, Function<Call, Answer> calls) {
    this.erp = erp;
    this.calls = calls;
  }

  /** Answers 200 whenever the batch itself could be read. */
  public Answer handle(Call call) {
    try {
      Multipart all = Multipart.of(call.header("Content-Type").orElse(""), call.text());
      List<List<Part>> steps = all.parts().stream().map(Batch::operations).toList();
      if (steps.stream().mapToInt(List::size).sum() > MOST) {
        throw Fault.request(400, "A batch contains at most " + MOST + " operations.");
      }
      return Replies.of(200, run(call, all.parts(), steps));
    } catch (Fault fault) {
      return ErrorAnswer.of(fault, erp.settings(), "");
    }
  }

  private static List<Part> operations(Part part) {
    return part.isMultipart() ? Multipart.of(part.type(), part.content()).parts() : List.of(part);
  }

  private List<Step> run(Call outer, List<Part> parts, List<List<Part>> steps) {
    boolean keepGoing =
        erp.settings().continueOnError()
            && outer.header("Prefer").orElse("").contains("odata.continue-on-error");
    List<Step> replies = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step =
          parts.get(i).isMultipart()
              ? changeSet(outer, steps.get(i))
              : new Step(false, List.of(answered(outer, steps.get(i).getFirst())));
      replies.add(step);
      if (step.failed() && !keepGoing) {
        break;
      }
    }
    return replies;
  }

  private Step changeSet(Call outer, List<Part> operations) {
    List<Reply> replies = new ArrayList<>();
    try {
      erp.records()
          .rows()
          .changing(
              () -> {
                for (Part operation : operations) {
                  Reply reply = answered(outer, operation);
                  replies.add(reply);
                  if (reply.answer().status() >= 400) {
                    throw new RolledBack();
                  }
                }
                return replies;
              });
      return new Step(true, replies);
    } catch (RolledBack e) {
      return new Step(false, List.of(replies.getLast()));
    }
  }

  private Reply answered(Call outer, Part part) {
    return new Reply(part.headers().getOrDefault("content-id", ""), calls.apply(call(outer, part)));
  }

  private static Call call(Call outer, Part part) {
    String content = part.content();
    int end = content.indexOf('\n');
    String[] line = (end < 0 ? content : content.substring(0, end)).strip().split(" ");
    if (line.length < 2) {
      throw Fault.request(400, "A part of the batch has no request line.");
    }
    Part request = Part.of(end < 0 ? "" : content.substring(end + 1));
    Map<String, String> headers = new HashMap<>(request.headers());
    headers.put("host", outer.header("Host").orElse("localhost"));
    URI uri = uri(line[1]);
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return new Call(
        line[0].toUpperCase(Locale.ROOT),
        uri.getPath(),
        Call.query(query),
        query,
        Map.copyOf(headers),
        request.content().getBytes(StandardCharsets.UTF_8),
        outer.connection(),
        uri.getRawPath());
  }

  /** Addresses may be whole, from the host's root, or from the service's. */
  private static URI uri(String address) {
    try {
      return address.startsWith("http") || address.startsWith("/")
          ? URI.create(address)
          : URI.create("/data/" + address);
    } catch (IllegalArgumentException e) {
      throw Fault.request(400, "A part of the batch has a malformed address: " + address);
    }
  }

  /** A boundary nobody has. */
  static String boundary(String kind) {
    return kind + "_" + Ids.guid();
  }
}
