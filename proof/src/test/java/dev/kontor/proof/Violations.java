package dev.kontor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what breaks one rule and says what to do about it. */
class Violations extends TreePathScanner<@Nullable Void, Source> {

  private final List<String> found = new ArrayList<>();

  /** Scans every source. */
  Violations in(Collection<Source> sources) {
    assertThat(sources).as("sources to check").isNotEmpty();
    sources.forEach(s -> s.scan(this));
    return this;
  }

  void add(String where) {
    found.add(where);
  }

  final void add(Source source, Tree tree, String what) {
    found.add(source.at(tree) + " " + what);
  }

  List<String> found() {
    return found;
  }

  /**
   * @param remedy what whoever reads the failure should do
   */
  void none(String remedy) {
    assertThat(found).as(remedy).isEmpty();
  }
}
