package dev.kontor.engine.setup;

import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.GivenSettings;
import dev.kontor.engine.config.KeptConnection;
import dev.kontor.engine.config.KeptSettings;
import dev.kontor.engine.config.Problem;
import dev.kontor.engine.config.YamlDocument;
import java.util.List;
import java.util.regex.Pattern;

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
        new GivenSettings(
            draft.settings(), installed, draft.connector(), kept.connections().get(draft.name()));
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
}
