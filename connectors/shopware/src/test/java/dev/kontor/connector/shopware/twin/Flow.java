package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.spi.Attachment;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Prepares and writes one document as the engine does, files included. */
final class Flow {

  private final Writer writer;
  private final Map<String, Attachment> source = new HashMap<>();

  /** What the last preparation said. */
  List<String> notes = List.of();

  /** Files the last preparation asked for. */
  List<String> asked = List.of();

  Flow(Writer writer) {
    this.writer = writer;
  }

  /** A file that the source can open. */
  void file(String reference, byte[] bytes, String contentType) {
    source.put(reference, new Attachment(contentType, bytes));
  }

  Outcome run(Write.Action action, @Nullable String target, JsonNode content) {
    Prepared prepared =
        writer
            .prepareAll(List.of(new Writer.Draft(content, JsonNodeFactory.instance.objectNode())))
            .getFirst();
    return switch (prepared) {
      case Prepared.Refused(var fault) -> fault;
      case Prepared.Ready ready -> {
        notes = ready.notes();
        asked = ready.attachments();
        Map<String, Attachment> files = new HashMap<>();
        asked.forEach(one -> files.put(one, source.get(one)));
        yield writer
            .write(List.of(new Write("k", action, "ref", target, ready.content(), null, files)))
            .getFirst();
      }
    };
  }

  /** How it stands in the shop beside that. */
  Standing standing(@Nullable String target, JsonNode content) {
    return writer
        .compare(List.of(new Writer.Draft(content, JsonNodeFactory.instance.objectNode(), target)))
        .getFirst();
  }

  /** The id of what was written. */
  String written(Write.Action action, @Nullable String target, JsonNode content) {
    Outcome outcome = run(action, target, content);
    assertThat(outcome).isInstanceOf(Outcome.Written.class);
    return ((Outcome.Written) outcome).id();
  }
}
