package dev.kontor.engine.customer;

import dev.kontor.engine.config.Attribute;
import dev.kontor.spi.Document;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Both sides of a link as they are now, and what follows from it.
 *
 * @param here the source's customer, as a model document
 * @param there the target's, likewise
 * @param own what the target's own customer is in the target's terms
 */
record Sighting(
    CustomerLink link,
    Document source,
    Document target,
    JsonNode here,
    JsonNode there,
    JsonNode own,
    Map<Attribute, String> shownHere,
    Map<Attribute, String> shownThere,
    Map<Attribute, Decision> decisions) {

  List<Attribute> with(Verdict verdict) {
    return decisions.entrySet().stream()
        .filter(decision -> decision.getValue().verdict() == verdict)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** On which both agree once the flow's write took effect, if it has any. */
  List<Attribute> alike() {
    return Stream.concat(with(Verdict.AGREE).stream(), with(Verdict.WRITE).stream()).toList();
  }

  /** Of those the flow writes. */
  List<Attribute> conflicts() {
    return with(Verdict.WRITE).stream().filter(this::conflict).toList();
  }

  private boolean conflict(Attribute attribute) {
    return decision(attribute).conflict();
  }

  boolean isChangedThere(Attribute attribute) {
    return decision(attribute).changedThere();
  }

  private Decision decision(Attribute attribute) {
    return Objects.requireNonNull(decisions.get(attribute));
  }
}
