package dev.kontor.proof.simulation;

/** What befalls a history; each kind must occur, or nothing is known of how the hub bears it. */
enum Happening {
  TRANSACTION("transactions"),
  READING("reading calls"),
  WRITING("writing calls"),
  SIDE_BY_SIDE("calls side by side"),
  PUSH("pushes"),
  WHOLE_PUSH("pushes of whole documents"),
  PUSHED_TWICE("duplicates"),
  PUSH_LOST("lost pushes"),
  PUSH_OVERTAKEN("reordered pushes"),
  PUSH_DELAYED("delayed pushes"),
  CALL_HELD("delayed calls"),
  THROTTLED("throttled"),
  UNREACHABLE("unreachable"),
  REQUEST_LOST("lost requests"),
  ANSWER_LOST("lost answers"),
  CONNECTION_RESET("resets"),
  CONNECTOR_BUG("connector bugs"),
  PART_OF_BATCH("partial batch failures"),
  LATE_EFFECT("late effects"),
  EFFECT_AFTER_LOOK_UP("effects later than a look-up"),
  KILLED("kills"),
  STOPPED("pauses"),
  STOPPED_BEYOND_LEASE("pauses beyond the lease"),
  HUB_BESIDE("hubs beside another");

  private final String name;

  Happening(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
