// The fixture's page.

const scheme = ['app'].join('');
const log = document.getElementById('log');
const say = (text) => (log.textContent += `${text};`);

document.getElementById('frame').src = `${scheme}://fixture/frame.html`;
document.getElementById('one').addEventListener('click', () => say('pressed'));
document.addEventListener('keydown', (event) => say(`key ${event.key}`));
document.addEventListener('paste', (event) => say(`paste ${event.clipboardData.getData('text/plain')}`));
window.stop = window.fixture.listen((told) => say(`told ${told.name} ${told.at.getTime()}`));

const drop = document.getElementById('drop');
drop.addEventListener('dragover', (event) => event.preventDefault());
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  const paths = window.fixture.pathsOf([...event.dataTransfer.files]);
  const link = event.dataTransfer.getData('text/uri-list');
  if (link !== '') say(`link ${link}`);
  if (paths.length > 0) void window.fixture.call('echo', { paths }).then((told) => say(`paths ${told.paths.join(' ')}`));
});
