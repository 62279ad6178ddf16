package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.access.Roles;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Rules;
import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.odata.Row;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The service below {@code /data}. */
public final class Api {
  private final Erp erp;
  private final Roles roles;
  private final AtomicInteger conflicts = new AtomicInteger();
  private final AtomicInteger changed = new AtomicInteger();
  private final Reader reader;
  private final Writer writer;

  public Api(Erp erp, Roles roles, Views views, Map<String, Rules> rules) {
    this.erp = erp;
    this.roles = roles;
    this.reader = new Reader(erp, views);
    this.writer = new Writer(erp, reader, rules, conflicts, changed);
  }

  /** The next writes meet a conflict with another user's process. */
  public void conflict(int times) {
    conflicts.set(times);
  }

  /** The next rows to be written were changed by another user since they were read. */
  public void change(int times) {
    changed.set(times);
  }

  /**
   * One call outside a batch.
   *
   * @param rawPath below {@code /data}
   */
  public Answer handle(Call call, String rawPath) {
    String doing = "";
    try {
      List<Address> path = Address.path(rawPath);
      if (path.isEmpty()) {
        return Answer.json(200, Metadata.service(call, erp.records().schema()));
      }
      if (path.getFirst().name().equals("$metadata")) {
        return Answer.of(200, "application/xml", Metadata.xml(erp.records().schema()));
      }
      EntitySet set = set(path.getFirst().name());
      doing = doing(call, set);
      roles.check(call.method(), set);
      return of(call, set, path);
    } catch (Fault fault) {
      return ErrorAnswer.of(fault, erp.settings(), doing);
    }
  }

  private static String doing(Call call, EntitySet set) {
    String what = call.method().equals("DELETE") ? "Delete" : "Write";
    return what + " failed for table row of type '" + Names.table(set) + "'.";
  }

  private Answer of(Call call, EntitySet set, List<Address> path) {
    String key = path.getFirst().key();
    if (path.size() == 2 && key == null && path.getLast().name().equals("$count")) {
      return erp.records().rows().reading(() -> reader.count(call, set));
    }
    if (path.size() > 1) {
      throw Fault.request(404, "No HTTP resource was found that matches the request URI.");
    }
    return key == null ? collection(call, set) : single(call, set, Key.parse(set, key));
  }

  private Answer collection(Call call, EntitySet set) {
    return switch (call.method()) {
      case "GET" -> erp.records().rows().reading(() -> reader.list(call, set));
      case "POST" -> writer.insert(call, set);
      default -> throw notAllowed(call);
    };
  }

  private Answer single(Call call, EntitySet set, Key key) {
    return switch (call.method()) {
      case "GET" -> erp.records().rows().reading(() -> read(call, set, key));
      case "PATCH" -> writer.update(call, set, key);
      case "DELETE" -> writer.delete(call, set, key);
      default -> throw notAllowed(call);
    };
  }

  private Answer read(Call call, EntitySet set, Key key) {
    Row row =
        reader
            .find(set, key, new Query(call.query(), set).crossCompany())
            .orElseThrow(() -> Fault.request(404, noRow(set)));
    return reader.single(call, 200, set, row);
  }

  private EntitySet set(String name) {
    return erp.records()
        .schema()
        .set(name)
        .orElseThrow(
            () ->
                Fault.request(
                    404,
                    "No HTTP resource was found that matches the request URI: there is no public entity set '"
                        + name
                        + "'."));
  }

  private static Fault notAllowed(Call call) {
    return Fault.request(405, "The method " + call.method() + " is not allowed here.");
  }

  static String noRow(EntitySet set) {
    return "No resources were found when selecting for update or read of '" + set.type() + "'.";
  }
}
