package dev.kontor.engine.setup;

import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.GivenSettings;
import dev.kontor.engine.config.KeptConnection;
import dev.kontor.engine.config.KeptSettings;
import dev.kontor.engine.config.Problem;
import dev.kontor.engine.config.YamlDocument;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of what somebody gives the connection that would be kept. */
final class Drafting {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private Drafting() {}

  /**
   * @throws SetupException if name or secrets cannot be used
   */
  static KeptConnection connection(
      ConnectionDraft draft, KeptSettings kept, ConnectorSchemas installed) {
    if (!NAME.matcher(draft.name()).matches()) {
      Problem problem =
          new Problem(
              YamlDocument.CONSOLE_FILE,
              0,
              "connections." + draft.name(),
              "has the wrong form",
              "expected: a name of lower-case letters, digits and hyphens, at most 40 characters");
      throw SetupException.bad(List.of(problem), Given.connection(draft.name()));
    }
    GivenSettings settings =
        new GivenSettings(draft.settings(), installed, draft.connector(), secrets(draft, kept));
    List<Problem> problems = settings.problems(draft.name());
    if (!problems.isEmpty()) {
      throw SetupException.bad(problems, Given.connection(draft.name()));
    }
    return new KeptConnection(
        draft.connector(),
        draft.zone(),
        draft.referencePrefix(),
        settings.open(),
        settings.secrets());
  }

  /** Those of another system are of no use. */
  private static Map<String, String> secrets(ConnectionDraft draft, KeptSettings kept) {
    @Nullable KeptConnection before = kept.connections().get(draft.name());
    return before == null || !before.connector().equals(draft.connector())
        ? Map.of()
        : before.secrets();
  }
}
