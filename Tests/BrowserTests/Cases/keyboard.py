"""A person who has a keyboard and nothing else."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from served import Wrong

ACTIVE = """
const e = document.activeElement;
return {tag: e.tagName.toLowerCase(), id: e.id, name: e.name || '', type: e.type || '', value: e.value ?? '',
  text: e.innerText || '', checked: !!e.checked, form: e.form ? e.form.id : '', submits: e.type === 'submit'};
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
        return self.driver.execute_script(ACTIVE)

    def tab_to(self, what, matches):
        """Tabs on until the element with the focus is the one."""
        for _ in range(self.most):
            active = self.active
            if matches(active):
                return active
            self.press(Keys.TAB)
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
