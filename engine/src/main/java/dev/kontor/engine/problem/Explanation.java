package dev.kontor.engine.problem;

import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the catalogue: what an error means and what a person does about it.
 *
 * @param fault class of fault it is about, null for any
 * @param says words of which the error has at least one, exactly as they stand; empty for any error
 * @param cause stands for the error's own words in the name of the cause; null to keep them,
 *     without what differs from document to document
 * @param key finds in the error the master data that must be mended once for all that fail alike:
 *     what its groups match, joined by slashes, wherever it fits; null if there is none
 */
record Explanation(
    @Nullable String fault,
    List<String> says,
    @Nullable String cause,
    @Nullable Pattern key,
    Words what,
    Words todo) {

  Explanation {
    says = List.copyOf(says);
  }

  boolean fits(String actualFault, String error) {
    return (fault == null || fault.equals(actualFault))
        && (says.isEmpty() || says.stream().anyMatch(error::contains));
  }

  /** The master data that the error names, null if it names none. */
  @Nullable String keyIn(String error) {
    if (key == null) {
      return null;
    }
    String found =
        key.matcher(error).results().flatMap(Explanation::groups).collect(Collectors.joining("/"));
    // Master data has no address; what has one is a person's.
    return found.isEmpty() || found.indexOf('@') >= 0 ? null : found;
  }

  private static Stream<String> groups(MatchResult hit) {
    return IntStream.rangeClosed(1, hit.groupCount()).mapToObj(hit::group).filter(Objects::nonNull);
  }
}
