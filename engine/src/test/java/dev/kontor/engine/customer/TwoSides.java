package dev.kontor.engine.customer;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * A shop and an ERP with one customer, people on both sides, and the two flows between them, whose
 * writes are lost, late or cut short by a crash. The ERP keeps few characters and refuses a write
 * that was decided on another state; the shop takes whatever arrives, whenever it does.
 */
final class TwoSides {

  static final List<Attribute> SHARED = List.of(Attribute.NAME, Attribute.EMAIL, Attribute.ADDRESS);
  private static final int ERP_KEEPS = 4;
  private static final int SETTLE = 50;

  private static final class Side {
    final Map<Attribute, String> shows = new EnumMap<>(Attribute.class);
    final Map<Attribute, Integer> changedByPeople = new EnumMap<>(Attribute.class);
    int version;
    int changedAt;
  }

  private record OnItsWay(Owner side, Map<Attribute, String> values, int basis, int at) {}

  private final Random dice;
  private final Map<Attribute, Owner> owners;
  private final Map<Owner, Side> sides =
      new EnumMap<>(Map.of(Owner.SHOP, new Side(), Owner.ERP, new Side()));
  private final List<OnItsWay> late = new ArrayList<>();
  private CustomerLink.Sides known = CustomerLink.Sides.NOTHING;
  private int now;
  private int settles;
  int changes;
  int writes;
  int troubles;
  int conflicts;

  /** By people, the last anywhere and the last on each side. */
  final Map<Attribute, String> last = new EnumMap<>(Attribute.class);

  final Map<Owner, Map<Attribute, String>> lastOn =
      new EnumMap<>(
          Map.of(
              Owner.SHOP,
              new EnumMap<>(Attribute.class),
              Owner.ERP,
              new EnumMap<>(Attribute.class)));

  /**
   * Changed in the shop at the very time at which a late write arrived, which nothing can hold up.
   */
  final Set<Attribute> overrun = new HashSet<>();

  TwoSides(Random dice, Map<Attribute, Owner> owners) {
    this.dice = dice;
    this.owners = owners;
    for (Attribute attribute : SHARED) {
      sides.values().forEach(side -> side.shows.put(attribute, "a"));
      last.put(attribute, "a");
      lastOn.values().forEach(map -> map.put(attribute, "a"));
    }
    look(Owner.SHOP, false);
  }

  Map<Attribute, String> shown(Owner side) {
    return of(side).shows;
  }

  private Side of(Owner side) {
    return Objects.requireNonNull(sides.get(side));
  }

  static String kept(String value) {
    return value.length() > ERP_KEEPS ? value.substring(0, ERP_KEEPS) : value;
  }

  private static String at(Owner side, String value) {
    return side == Owner.ERP ? kept(value) : value;
  }

  void change(Owner side, Attribute attribute) {
    now++;
    String value = at(side, "v" + ++changes + (dice.nextBoolean() ? "-long" : ""));
    of(side).shows.put(attribute, value);
    touched(of(side));
    of(side).changedByPeople.put(attribute, of(side).version);
    last.put(attribute, value);
    Objects.requireNonNull(lastOn.get(side)).put(attribute, value);
  }

  private void touched(Side side) {
    side.version++;
    side.changedAt = now;
  }

  void pass(int time) {
    now += time;
    List<OnItsWay> due = late.stream().filter(one -> one.at() <= now).toList();
    late.removeAll(due);
    due.forEach(this::arrive);
  }

  private boolean arrive(OnItsWay write) {
    Side side = of(write.side());
    if (write.side() == Owner.ERP && side.version != write.basis()) {
      return false;
    }
    write
        .values()
        .forEach(
            (attribute, value) -> {
              if (side.changedByPeople.getOrDefault(attribute, 0) > write.basis()) {
                overrun.add(attribute);
              }
              side.shows.put(attribute, at(write.side(), value));
            });
    touched(side);
    return true;
  }

  private CustomerLink link() {
    return new CustomerLink(
        "s", "1", "e", "2", null, 1, known, Duration.ofSeconds(Math.max(0, settles - now)), true);
  }

  /** One round of the flow that reads this side. */
  void look(Owner source, boolean trouble) {
    CustomerLink link = link();
    if (link.isUnsettled(source)) {
      return;
    }
    Owner target = CustomerLink.other(source);
    Map<Attribute, String> here = all(of(source).shows);
    Map<Attribute, String> there = all(of(target).shows);
    int later = Integer.compare(of(source).changedAt, of(target).changedAt);
    boolean newer = later > 0 || (later == 0 && source == Owner.ERP);
    CustomerMerge merge =
        new CustomerMerge(owners, source, known, here, there, Set.of(), Set.of(), newer, true);
    Map<Attribute, Decision> decisions = merge.decide(a -> isSame(target, here, there, a));
    List<Attribute> written = with(decisions, Verdict.WRITE);
    List<Attribute> alike = new ArrayList<>(with(decisions, Verdict.AGREE));
    if (written.isEmpty()) {
      boolean over = link.isOver(target, there);
      keep(link.agreeing(source, alike, here, there, over), over);
      return;
    }
    Map<Attribute, String> values = new EnumMap<>(Attribute.class);
    written.forEach(a -> values.put(a, here.getOrDefault(a, "")));
    Map<Attribute, String> expected = new EnumMap<>(Attribute.class);
    values.forEach((a, value) -> expected.put(a, at(target, value)));
    boolean doubtful = link.isUnsettled(target);
    CustomerLink marked = link.sending(target, expected, Set.of());
    known = marked.known();
    settles = Math.max(settles, now + SETTLE);
    OnItsWay write = new OnItsWay(target, values, of(target).version, now + dice.nextInt(SETTLE));
    writes++;
    conflicts += (int) written.stream().filter(a -> isConflict(decisions, a)).count();
    if (trouble) {
      troubles++;
      switch (dice.nextInt(3)) {
        case 0 -> arrive(write); // the answer is lost, or the process died before it was stored
        case 1 -> late.add(write);
        default -> {} // it never left
      }
      return;
    }
    arrive(write);
    alike.addAll(written);
    Map<Attribute, String> after = new EnumMap<>(there);
    after.putAll(expected);
    keep((doubtful ? marked : link).agreeing(source, alike, here, after, !doubtful), !doubtful);
  }

  private void keep(CustomerLink agreed, boolean over) {
    known = agreed.known();
    settles = over ? now : settles;
  }

  private static boolean isConflict(Map<Attribute, Decision> decisions, Attribute attribute) {
    return Objects.requireNonNull(decisions.get(attribute)).conflict();
  }

  private static Map<Attribute, String> all(Map<Attribute, String> shows) {
    Map<Attribute, String> all = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      all.put(attribute, shows.getOrDefault(attribute, ""));
    }
    return all;
  }

  private static boolean isSame(
      Owner target, Map<Attribute, String> here, Map<Attribute, String> there, Attribute a) {
    return at(target, here.getOrDefault(a, "")).equals(there.getOrDefault(a, ""));
  }

  private static List<Attribute> with(Map<Attribute, Decision> decisions, Verdict verdict) {
    return decisions.entrySet().stream()
        .filter(d -> d.getValue().verdict() == verdict)
        .map(Map.Entry::getKey)
        .toList();
  }
}
