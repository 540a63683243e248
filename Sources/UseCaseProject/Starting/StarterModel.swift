import UseCaseSyntax

/// The model that somebody starts with: small, commented, and without findings.
enum StarterModel {
  /// The files of the model; `day` is that of its invented figures.
  static func files(on day: CalendarDate) -> [StarterFile] {
    [
      StarterFile(Settings.fileName, settings),
      StarterFile("model.usecase", model(on: day)),
      StarterFile("journey.usecase", journey),
    ]
  }

  private static let settings = """
    # The settings of this model. 'usecase config show' lists everything that may be set.
    edition = 1

    [check]
    # The least severity that makes 'usecase check' fail: "error", "warning", "info" or "never".
    fail-on = "warning"

    """

  private static func model(on day: CalendarDate) -> String {
    """
    /// A bakery takes orders for cakes: an example to be replaced by what you work on.
    ///
    /// Text behind three strokes is documentation and appears on the site. Every name is a checked reference, also in
    /// here: [[OrderCake]] is a use case, [[BirthdayCake]] the journey that it serves.
    model Bakery {
        language en
    }

    objective FullBook "Cakes are baked to order, and none is thrown away" {
        measured by OrdersKept
    }

    /// How often the bakery keeps its word. All figures are invented.
    kpi OrdersKept "Orders kept" {
        better higher
        formula "cakes ready on their day ÷ cakes ordered, × 100"
        current 93% on \(day.description)
        target 98%
        benchmark internal 95% source "the counter, which keeps its own list" on \(day.description)
    }

    // ---- Who takes part ---------------------------------------------------------------------------------------------

    /// Whoever buys a cake.
    actor Customer

    /// Whoever bakes it, and answers for the counter.
    actor Baker

    persona Nora "Nora, who has a birthday to plan" {
        plays Customer
        goal "The right cake on the right day"
        needs "To know at once whether the day is free" answered by OrderCake
        evidence "Talks with five customers at the counter"
    }

    // ---- What the system does for them ------------------------------------------------------------------------------

    system OrderBook "Order book" {
        /// One cake, for one customer and one day.
        usecase OrderCake "Order a cake" {
            actor Customer
            supporting Baker
            goal "A cake is promised for the day"
            supports FullBook
            success guarantee "The order is in the book, for a day that the bakery can keep"
            minimal guarantee "No day holds more cakes than can be baked"

            flow {
                1. Customer asks for a cake on a day
                2. OrderBook finds that the day has room for it
                3. Customer says what the cake shall be
                4. OrderBook records the order
                5. OrderBook tells Baker of the order
            }
            // What may happen at step 2; 'resume' says where the flow goes on.
            alternative 2a when "the day is full" {
                1. OrderBook offers the nearest days with room
                2. Customer chooses one of them
                resume 3
            }
            exception 2b when "no day near it has room" {
                1. OrderBook says from which day on there is room
                end failure
            }
        }

        usecase HandOutCake "Hand out a cake" {
            actor Customer
            supporting Baker
            goal "The right cake goes home"
            supports FullBook
            success guarantee "The cake is with its customer, and the order is closed"
            minimal guarantee "No cake leaves for somebody else's order"

            flow {
                1. Customer names the order
                2. OrderBook finds the order
                3. Baker brings the cake
                4. Customer accepts the cake
                5. OrderBook closes the order
            }
            exception 2a when "there is no such order" {
                1. OrderBook shows Baker the orders of the day
                end failure
            }
        }
    }

    """
  }

  private static let journey = """
    // Where the customer meets the bakery, from the wish to the next time.

    channel Phone { kind voice }
    channel Counter { kind person }
    channel Table "The table at home" { kind person }

    journey BirthdayCake "A cake for a birthday" {
        persona Nora
        state as-is
        supports FullBook
        kpi OrdersKept
        owner Baker

        stage Plan {
            kind purchase
            kpi OrdersKept
            needs "An answer while the guests are still being invited" answered by OrderCake
            expects "A promise that holds"

            touchpoint AskForCake "Ask for a cake" {
                channel Phone
                actor Customer
                action "Calls, and asks for Saturday"
                response "Looks into the order book and promises the day"
                outcome "Has a cake to count on"
                feels neutral "two calls, the first one unheard"
                pain "Nobody hears the telephone while the ovens run" answered by OrderCake
                realized by OrderCake
                // Here the customer makes up her mind about the bakery.
                moment truth "Somebody answers" {
                    polarity negative
                    impact 4
                    proactive "The telephone rings beside the ovens, too" by Baker
                    reactive "The bakery calls back" by Baker within 1 h
                }
            }
        }

        stage Collect {
            kind delivery
            kpi OrdersKept
            needs "To see the cake before the guests do" answered by HandOutCake
            expects "The cake that was ordered, in a box that closes"

            touchpoint CollectCake "Collect the cake" {
                channel Counter
                actor Customer
                action "Comes on Saturday morning"
                response "Opens the box and shows the cake"
                outcome "Carries the right cake home"
                feels delighted "her name is on it"
                pain "The box does not fit on a bicycle"
                opportunity "A box with straps, for a deposit"
                realized by HandOutCake
                collects feedback
            }
        }

        // A finding that is known and accepted is allowed, with the reason:
        // allow(stage-without-experience): the guests are not asked yet what they need
        stage Tell {
            kind advocacy
            kpi OrdersKept

            touchpoint ServeCake "The cake is served" {
                channel Table
                // What happens without the bakery is 'external': no use case has to realise it.
                external
                action "Cuts the cake, and is asked where it is from"
                outcome "The guests know the name of the bakery"
                feels delighted "everybody asks"
            }
        }
    }

    """
}
