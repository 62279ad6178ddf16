/** A connection or flow as the hub names what can be paused. */
export const subject = (kind: 'connection' | 'flow', name: string) => `${kind}:${name}`;

/** The name people know, without what kind of thing it is. */
export const subjectName = (of: string) => of.slice(of.indexOf(':') + 1);
