package dev.kontor.app.web;

import dev.kontor.engine.Hub;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.delivery.Previews.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What would become of messages if they were tried again now; asks the target, writes nothing. */
@RestController
class PreviewController {

  private final HubGate gate;

  PreviewController(HubGate gate) {
    this.gate = gate;
  }

  /** What would become of one message of the sample, or why it would fail again. */
  record Sampled(
      long message, @Nullable String number, @Nullable String would, @Nullable String fault) {

    static Sampled of(Preview preview) {
      return new Sampled(preview.message(), preview.number(), preview.would(), preview.fault());
    }
  }

  /** How many of the sample would not fail again. */
  record Foreseen(long ready, long still, List<Sampled> samples) {}

  /** What would be written, or why it would fail again. */
  record Single(@Nullable String would, @Nullable JsonNode json, @Nullable String fault) {}

  /** For up to twenty messages of a cause. */
  @Needs(Right.DECIDE)
  @PostMapping("/api/problems/{id}/preview")
  Foreseen group(@PathVariable String id) {
    List<Preview> sample = hub().problems().preview(id);
    if (sample.isEmpty()) {
      throw ProblemController.solved();
    }
    long ready = sample.stream().filter(Preview::isReady).count();
    return new Foreseen(ready, sample.size() - ready, sample.stream().map(Sampled::of).toList());
  }

  /** Masked without the right {@code personal}. */
  @Needs(Right.DECIDE)
  @PostMapping("/api/messages/{id}/preview")
  Single message(@PathVariable long id, Caller caller) {
    Preview preview =
        hub().problems().previews().of(List.of(id)).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    RefusedException.notFound("id", "id " + id + " is of no message that is open"));
    return new Single(preview.would(), shown(preview, caller), preview.fault());
  }

  private @Nullable JsonNode shown(Preview preview, Caller caller) {
    JsonNode content = preview.content();
    return content == null || caller.rights().contains(Right.PERSONAL)
        ? content
        : hub().view().bodies().masked(preview.flow(), content);
  }

  private Hub hub() {
    return gate.hub().orElseThrow(NotReadyException::new);
  }
}
