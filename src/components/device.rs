//! Settings of this device: reading offline and installing, and who may see what. `assets/scripts` does what is pressed
//! here and sets the attributes of the root element that choose what is shown; the app has nothing to do but to show it.

use super::sentence::sentence;
use crate::words::{self, HOLES};
use leptos::prelude::*;

/// Reading offline, and the site as an app.
pub(crate) fn offline_pane() -> AnyView {
    view! {
        <section class="pane needs-app" aria-labelledby="offline-heading">
            <h2 id="offline-heading">{words::device::offline_heading()}</h2>
            <div class="pane-form">
                <p class="pane-why">{words::device::offline_why()}</p>
                <p class="when when-offline-making">{words::device::offline_making()}</p>
                <p class="when when-offline-ready"><b>{words::device::offline_ready()}</b></p>
                <p class="when when-offline-asked">
                    {words::device::offline_asked()}
                    " "
                    <button type="button" class="text-btn" data-do="keep">{words::device::make_it_now()}</button>
                </p>
                <p class="when when-offline-failed">
                    {words::device::offline_failed()}
                    " "
                    <button type="button" class="text-btn" data-do="keep">{words::device::try_again()}</button>
                </p>
                <p class="when when-offline-discreet">{words::device::offline_discreet()}</p>
                <p class="when when-offline-none">{words::device::offline_none()}</p>
                <p class="when when-update-ready">
                    {words::device::update_ready()}
                    " "
                    <button type="button" class="text-btn" data-do="update">{words::device::update_now()}</button>
                </p>
                <p class="when when-install-offered">
                    <button type="button" class="btn" data-do="install">{words::device::install()}</button>
                </p>
                <p class="when when-install-ios">{words::device::install_ios()}</p>
                <p class="when when-install-done">{words::device::install_done()}</p>
                <p class="when when-install-unknown">{words::device::install_unknown()}</p>
            </div>
        </section>
    }
    .into_any()
}

/// Leaving at once, and leaving nothing behind.
pub(crate) fn privacy_pane() -> AnyView {
    let exit = view! { <b>{words::frame::quick_exit()}</b> }.into_any();
    let discreet = view! { <b>{words::device::discreet_mode()}</b> }.into_any();
    view! {
        <section class="pane" aria-labelledby="privacy-heading">
            <h2 id="privacy-heading">{words::device::privacy_heading()}</h2>
            <div class="pane-form">
                <p class="pane-why">{sentence(&words::device::exit_why(HOLES[0]), [exit])}</p>
                <p class="pane-why needs-app">{sentence(&words::device::discreet_why(HOLES[0]), [discreet])}</p>
                <p class="acts needs-app">
                    <button type="button" class="btn-quiet when-open" data-do="discreet">
                        {words::device::start_discreet()}
                    </button>
                    <button type="button" class="btn-quiet when-discreet" data-do="open">
                        {words::device::leave_discreet()}
                    </button>
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// Says that discreet mode is on.
pub(crate) fn discreet_band() -> AnyView {
    view! {
        <div class="band band-calm when-discreet" role="region" aria-label=words::device::discreet_mode()>
            <svg class="i" aria-hidden="true" focusable="false"><use href="#icon-info" /></svg>
            <span><b>{words::device::discreet_on()}</b> " " {words::device::nothing_kept()}</span>
            <button type="button" class="text-btn" data-do="open">{words::device::leave_discreet()}</button>
        </div>
    }
    .into_any()
}

/// Back, where the installed app has no browser around it.
pub(crate) fn installed_back() -> AnyView {
    view! {
        <button type="button" class="tool when-standalone" data-do="back" aria-label=words::device::back()>
            <svg class="i" aria-hidden="true" focusable="false"><use href="#icon-back" /></svg>
        </button>
    }
    .into_any()
}

/// Share, where the installed app has no browser around it.
pub(crate) fn installed_share() -> AnyView {
    view! {
        <button type="button" class="tool when-standalone" data-do="share" aria-label=words::device::share()>
            <svg class="i" aria-hidden="true" focusable="false"><use href="#icon-send" /></svg>
        </button>
    }
    .into_any()
}
