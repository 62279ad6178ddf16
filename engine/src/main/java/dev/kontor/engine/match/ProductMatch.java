package dev.kontor.engine.match;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.reconcile.Keys;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Articles of both ends by their article number, whatever its case. Reads keys only. */
final class ProductMatch {

  private ProductMatch() {}

  static Matches of(FlowLine line, Linked linked, IntConsumer progress) {
    List<Side> here =
        free(line.from().reader(line.config().from().entity()), linked.here(), progress);
    List<Side> there =
        free(line.to().reader(line.config().to().entity()), linked.there(), progress);
    Map<String, List<Side>> byNumber = new HashMap<>();
    there.stream()
        .filter(side -> !side.number().isBlank())
        .forEach(side -> byNumber.computeIfAbsent(key(side), k -> new ArrayList<>()).add(side));
    Pairing pairing = new Pairing(line.name(), line.from().name(), line.to().name(), false);
    for (Side side : here) {
      for (Side hit : byNumber.getOrDefault(key(side), List.of())) {
        pairing.add(side, hit, side.number().equals(hit.number()) ? By.NUMBER : By.SPELLING);
      }
    }
    return Matches.of(
        pairing.pairs(),
        linked.links().size(),
        here.size(),
        there.stream().map(Side::id).collect(Collectors.toSet()));
  }

  private static String key(Side side) {
    return Numbers.normalised(side.number());
  }

  private static List<Side> free(Reader reader, Set<String> linked, IntConsumer progress) {
    return Keys.of(reader, progress).stream()
        .filter(document -> !linked.contains(document.id()))
        .map(Side::of)
        .distinct()
        .toList();
  }
}
