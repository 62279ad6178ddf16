package dev.kontor.contract.mutation;

import dev.kontor.spi.Ability;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a connector could tell wrong of itself. */
final class SelfMutations {

  private SelfMutations() {}

  private static Tampering findings(BiFunction<List<Finding>, Mutated, List<Finding>> change) {
    return new Tampering() {
      @Override
      public List<Finding> findings(List<Finding> found, Mutated about) {
        return change.apply(found, about);
      }
    };
  }

  static Tampering checkSilent() {
    return findings((found, about) -> List.of());
  }

  static Tampering remedyMissing() {
    return findings(
        (found, about) ->
            found.stream()
                .map(f -> new Finding(f.severity(), f.subject(), f.problem(), ""))
                .toList());
  }

  static Tampering worstLast() {
    return findings(
        (found, about) -> {
          List<Finding> all = new ArrayList<>(found);
          all.addFirst(Finding.ok("set-up", "was looked at"));
          all.addLast(Finding.warning("set-up", "is odd", "look at it"));
          return all;
        });
  }

  static Tampering secretInFinding() {
    return findings(
        (found, about) -> {
          List<Finding> all = new ArrayList<>(found);
          all.add(Finding.ok("sign-in", "signs in with " + about.secret()));
          return all;
        });
  }

  static Tampering secretInName() {
    return new Tampering() {
      @Override
      public String told(String inner, Mutated about) {
        return inner + " with " + about.secret();
      }
    };
  }

  static Tampering writersMissing() {
    return new Tampering() {
      @Override
      public boolean hasWriters() {
        return false;
      }
    };
  }

  /** What is not declared is answered with nothing instead of a refusal. */
  static Tampering undeclaredReadAsNothing() {
    return new Tampering() {
      @Override
      public Reader reader(Reader sound, Mutated about) {
        return new PassingReader(sound) {
          @Override
          public List<Document> find(Identity identity) {
            return about.can(ability(identity)) ? inner.find(identity) : List.of();
          }

          @Override
          public Page keys(@Nullable Cursor from, int limit) {
            return about.can(Ability.LIST_KEYS)
                ? inner.keys(from, limit)
                : new Page(List.of(), new Cursor(""), false);
          }
        };
      }
    };
  }

  private static Ability ability(Identity identity) {
    return switch (identity) {
      case Identity.NativeId id -> Ability.FIND_BY_ID;
      case Identity.ExternalReference reference -> Ability.FIND_BY_REFERENCE;
      case Identity.Match match -> Ability.FIND_BY_MATCH;
    };
  }
}
