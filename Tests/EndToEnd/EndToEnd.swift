import Testing

/// The built program in a real terminal. One at a time: several terminals at once make a small machine slow, and a
/// slow one is what makes such tests fail.
@Suite(.serialized, .timeLimit(.minutes(10)))
enum EndToEnd {}
