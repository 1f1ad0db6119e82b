"""A person who has a keyboard and nothing else."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from served import Wrong

# What the element with the focus is, whether it is the one that is looked for, and how far ahead that is: in the order
# of Tab, in which radio buttons of one name are one.
LOOK = """
const wanted = arguments[0];
const text = e => (e.textContent || '').trim();
const fits = e => Object.entries(wanted).every(([key, value]) => {
  switch (key) {
    case 'form': return (e.form ? e.form.id : '') === value;
    case 'submits': return e.type === 'submit' && !e.name;
    case 'field': return e.matches('input, select, textarea');
    case 'leads': return (e.href || '').includes(value);
    case 'says': return text(e) === value;
    default: return e[key] === value;
  }
});
const active = document.activeElement;
const found = {fits: fits(active), tag: active.tagName.toLowerCase(), type: active.type || '', name: active.name || '',
  value: active.value ?? '', checked: !!active.checked, ahead: 0};
if (!found.fits) {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(e => e.type !== 'hidden');
  const rest = all.slice(all.indexOf(active) + 1);
  const target = rest.findIndex(fits);
  found.ahead = rest.slice(0, target + 1).filter(e => e.checkVisibility() && (e.type !== 'radio' || e.checked)).length;
}
return found;
"""


class Keyboard:
    # Tabs after which whoever looks for something gives up.
    most = 400

    def __init__(self, browser):
        self.browser = browser
        self.driver = browser.driver

    def press(self, *keys):
        ActionChains(self.driver, duration=0).send_keys(*keys).perform()

    def chord(self, held, key):
        ActionChains(self.driver, duration=0).key_down(held).send_keys(key).key_up(held).perform()

    def back(self):
        self.chord(Keys.SHIFT, Keys.TAB)

    @property
    def active(self):
        return self.look({})

    def look(self, wanted):
        return self.driver.execute_script(LOOK, wanted)

    def tab_to(self, what, **wanted):
        """Tabs on until the element with the focus is the one: many at once, as far as it surely lies behind them."""
        return self.move_to(what, wanted, lambda found: self.press(*[Keys.TAB] * max(1, found["ahead"] - 2)))

    def tab_back_to(self, what, **wanted):
        return self.move_to(what, wanted, lambda _: self.back())

    def move_to(self, what, wanted, move):
        for _ in range(self.most):
            found = self.look(wanted)
            if found["fits"]:
                return found
            move(found)
        raise Wrong(f"{self.driver.current_url}: the keyboard does not reach {what}")

    # The kinds of fields.

    def write(self, text):
        self.chord(Keys.CONTROL, "a")
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press(Keys.ENTER)
            self.press(line)

    def date(self, text):
        """Into a field for dates, which takes month, day and year one after the other."""
        if self.active["type"] == "date":
            year, month, day = text.split("-")
            self.press(month + day + year)
        else:
            self.write(text)

    def choose(self, value):
        """Among radio buttons or the options of a list: with arrows, up to the first, then down."""
        name = self.active["name"]
        seen = []
        for _ in range(self.most):
            active = self.active
            if active["name"] != name:
                break
            if active["value"] == value and (active["type"] != "radio" or active["checked"]):
                return
            if active["tag"] == "select" and active["value"] in seen:
                break
            seen.append(active["value"])
            self.press(Keys.ARROW_DOWN)
        raise Wrong(f"{self.driver.current_url}: no arrow leads to `{value}` of `{name}`, only to {seen}")

    def fill(self, element, answer):
        """Answers one field, whatever it is."""
        if element["type"] == "radio" or element["tag"] == "select":
            if element["type"] == "radio" and element["value"] == answer:
                self.press(Keys.SPACE)
            else:
                self.choose(answer)
        elif element["type"] == "date":
            self.date(answer)
        else:
            self.write(answer)
