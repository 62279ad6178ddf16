package dev.kontor.engine.state;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.delivery.LookUp;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Articles and quotes that both systems have under one number, be it that people entered both or
 * that the answer to a creation was lost: they are linked instead of being made a second time.
 */
record SameNumber(Map<String, Crossref> links, Map<String, Fault> several) {

  private static final SameNumber NONE = new SameNumber(Map.of(), Map.of());

  /**
   * @param documents of the source that nothing is known of in the target
   * @return by source id: what each is in the target, or why that is not certain
   * @throws dev.kontor.spi.FaultException if the target cannot be read
   */
  static SameNumber of(FlowLine line, Collection<Document> documents) {
    EntityType entity = line.config().to().entity();
    List<Document> asked = documents.stream().filter(d -> d.number() != null).toList();
    boolean found = line.to().descriptor().can(entity, Ability.FIND_BY_REFERENCE);
    if (!isLooked(line, entity) || !found || asked.isEmpty()) {
      return NONE;
    }
    List<List<Document>> hitsOfAll =
        line.to().reader(entity).findAll(asked.stream().map(SameNumber::reference).toList());
    Map<String, Crossref> links = new HashMap<>();
    Map<String, Fault> several = new HashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      List<Document> hits = hitsOfAll.get(i);
      Document document = asked.get(i);
      if (hits.size() > 1) {
        String number = String.valueOf(document.number());
        several.put(document.id(), new Fault.Ambiguous(LookUp.several(line, number, hits)));
      } else {
        hits.forEach(hit -> links.put(document.id(), link(line, document, hit)));
      }
    }
    return new SameNumber(links, several);
  }

  private static boolean isLooked(FlowLine line, EntityType entity) {
    return line.sharesArticles() || entity == EntityType.QUOTE;
  }

  private static Identity.ExternalReference reference(Document document) {
    return new Identity.ExternalReference(String.valueOf(document.number()));
  }

  private static Crossref link(FlowLine line, Document document, Document hit) {
    return new Crossref(
        line.from().name(),
        line.config().to().entity(),
        document.id(),
        line.to().name(),
        hit.id(),
        hit.number(),
        null,
        null);
  }
}
