package dev.kontor.engine.match;

import dev.kontor.engine.crossref.Crossref;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the hub knows of both ends already. */
record Linked(List<Crossref> links, Set<String> here, Set<String> there) {

  static Linked of(List<Crossref> links) {
    return new Linked(
        links,
        links.stream().map(Crossref::sourceId).collect(Collectors.toSet()),
        links.stream().map(Crossref::targetId).collect(Collectors.toSet()));
  }
}
