package dev.kontor.engine.state;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.model.EntityType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which documents of the target belong to those of the source. Where a flow goes the other way,
 * what that one has written or linked is linked for this one, too: it is compared before it is
 * written, so that nothing comes back as news.
 */
final class Known {

  private final CrossrefStore crossrefs;

  Known(CrossrefStore crossrefs) {
    this.crossrefs = crossrefs;
  }

  /** By source id; in the caller's transaction. */
  Map<String, Crossref> of(Connection connection, FlowLine line, List<String> ids)
      throws SQLException {
    EntityType entity = line.config().to().entity();
    String source = line.from().name();
    String target = line.to().name();
    Map<String, Crossref> known = new HashMap<>();
    if (line.sharesArticles()) {
      crossrefs.reaching(connection, /* source= */ target, ids, /* target= */ source).stream()
          .filter(other -> !StateOutcome.isRemoved(other))
          .forEach(other -> known.put(other.targetId(), turned(other)));
    }
    crossrefs
        .find(connection, source, entity, ids, target)
        .forEach(own -> known.put(own.sourceId(), own));
    return known;
  }

  private static Crossref turned(Crossref other) {
    return new Crossref(
        /* source= */ other.target(),
        other.entity(),
        /* sourceId= */ other.targetId(),
        /* target= */ other.source(),
        /* targetId= */ other.sourceId(),
        null,
        null,
        null);
  }
}
