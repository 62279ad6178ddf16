package dev.kontor.twin.kit.odata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All entity sets of a service, read from a compact text. */
public record Schema(Map<String, Table> tables) {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\w+) (guid|string|code|decimal|int32|boolean|date|datetime|enum|stream)(?:\\(([^)]*)\\))?( ro)?(?: since (\\d+))?");
  private static final Pattern ACTION = Pattern.compile("! (\\w+)(?:\\((.*)\\))?");
  private static final Pattern HEAD =
      Pattern.compile("(\\w+) (\\w+)(?: of (\\w+))?(?: since (\\d+))?");

  /**
   * One unindented line per set ({@code set entity [of source] [since N]}, a source being the set
   * whose rows it shows), below it indented columns ({@code name type[(length or members)] [ro]
   * [since N]}), navigations ({@code > name targetSet many|one localColumn remoteColumn}) and bound
   * actions ({@code ! name[(parameter type, ...)]}).
   */
  public static Schema parse(String text) {
    Map<String, Table> tables = new LinkedHashMap<>();
    Table current = null;
    for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
      if (!line.startsWith(" ")) {
        current = head(line);
        tables.put(current.set(), current);
      } else if (current != null) {
        detail(current, line.strip());
      }
    }
    return new Schema(tables);
  }

  /** What a system of that version offers. */
  public Schema at(int version) {
    Map<String, Table> known = new LinkedHashMap<>();
    tables.values().stream()
        .filter(table -> table.since() <= version)
        .forEach(table -> known.put(table.set(), table.at(version)));
    known.replaceAll((set, table) -> table.reaching(known.keySet()));
    return new Schema(known);
  }

  public Optional<Table> table(String set) {
    return Optional.ofNullable(tables.get(set));
  }

  /** Throws IllegalArgumentException for a set that is not part of this version. */
  public Table require(String set) {
    return table(set).orElseThrow(() -> new IllegalArgumentException("No entity set " + set));
  }

  private static Table head(String line) {
    Matcher m = matched(HEAD, line);
    String source = m.group(3) == null ? m.group(1) : m.group(3);
    return new Table(
        m.group(1),
        m.group(2),
        source,
        number(m.group(4)),
        new LinkedHashMap<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private static void detail(Table table, String line) {
    if (line.startsWith("> ")) {
      String[] n = line.substring(2).split(" ");
      table.navigations().add(new Navigation(n[0], n[1], n[2].equals("many"), n[3], n[4]));
      return;
    }
    if (line.startsWith("!")) {
      table.actions().add(action(line));
      return;
    }
    Matcher m = matched(LINE, line);
    boolean code = m.group(2).equals("code");
    EdmType type = code ? EdmType.STRING : EdmType.valueOf(m.group(2).toUpperCase(Locale.ROOT));
    String detail = m.group(3) == null ? "" : m.group(3);
    boolean isEnum = type == EdmType.ENUM;
    table
        .columns()
        .put(
            m.group(1),
            new Column(
                m.group(1),
                type,
                code,
                isEnum ? 0 : number(detail),
                isEnum ? List.of(detail.split(",")) : List.of(),
                m.group(4) == null,
                number(m.group(5))));
  }

  private static Action action(String line) {
    Matcher m = matched(ACTION, line);
    Map<String, EdmType> parameters = new LinkedHashMap<>();
    if (m.group(2) != null) {
      for (String parameter : m.group(2).split(", ")) {
        int blank = parameter.indexOf(' ');
        String type = parameter.substring(blank + 1).toUpperCase(Locale.ROOT);
        parameters.put(parameter.substring(0, blank), EdmType.valueOf(type));
      }
    }
    return new Action(m.group(1), parameters);
  }

  private static Matcher matched(Pattern pattern, String line) {
    Matcher m = pattern.matcher(line);
    if (!m.matches()) {
      throw new IllegalArgumentException("Schema line not understood: " + line);
    }
    return m;
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
